package dev.rolewise.bot.llm;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.rolewise.bot.answer.ModelReply.Reason;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells why a client has failed. */
final class Failures {
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;
  private static final int MAX_CAUSES = 10;

  private Failures() {}

  /**
   * Why a client has failed.
   *
   * @param hasBegun whether some text had arrived before
   */
  static Reason reason(Throwable error, boolean hasBegun) {
    @Nullable Throwable cause = error;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      @Nullable Reason reason =
          switch (cause) {
            case TimeoutException _ -> Reason.TIMEOUT;
            case HttpTimeoutException _ -> Reason.TIMEOUT;
            case RateLimitException _ -> Reason.RATE_LIMITED;
            case ContentFilteredException _ -> Reason.REFUSED;
            case AuthenticationException _ -> Reason.REJECTED;
            case ModelNotFoundException _ -> Reason.REJECTED;
            case InvalidRequestException _ -> Reason.REJECTED;
            case UnsupportedFeatureException _ -> Reason.REJECTED;
            case HttpException http -> ofStatus(http.statusCode());
            case InternalServerException _ -> Reason.UNAVAILABLE;
            case UnresolvedModelServerException _ -> Reason.UNAVAILABLE;
            case JacksonException _ -> Reason.MALFORMED;
            case IOException _ -> hasBegun ? Reason.STOPPED : Reason.UNAVAILABLE;
            default -> null;
          };
      if (reason != null) {
        return reason;
      }
      cause = cause.getCause();
    }
    return hasBegun ? Reason.STOPPED : Reason.MALFORMED;
  }

  private static Reason ofStatus(int status) {
    if (status == TOO_MANY_REQUESTS) {
      return Reason.RATE_LIMITED;
    }
    if (status == REQUEST_TIMEOUT) {
      return Reason.TIMEOUT;
    }
    return status >= SERVER_ERRORS ? Reason.UNAVAILABLE : Reason.REJECTED;
  }
}
