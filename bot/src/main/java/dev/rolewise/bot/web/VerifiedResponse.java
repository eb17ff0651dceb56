package dev.rolewise.bot.web;

/**
 * What a platform answers to a request of its own.
 *
 * @param status HTTP status, from 200 to 599
 * @param contentType of the body
 * @param body may be empty
 */
public record VerifiedResponse(int status, String contentType, String body) {
  /** Says that a request was taken. */
  public static final VerifiedResponse OK = new VerifiedResponse(200, "text/plain", "");

  public VerifiedResponse {
    if (!(status >= 200 && status <= 599)) {
      throw new IllegalArgumentException("status must be between 200 and 599, got " + status);
    }
  }
}
