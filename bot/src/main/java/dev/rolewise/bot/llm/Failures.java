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
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells why a client has failed. */
final class Failures {
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;
  private static final int MAX_CAUSES = 10;

  /** Words for a schema that a server has for other things too. */
  private static final Pattern MAYBE_SCHEMA = Pattern.compile("(?i)\\bschema|\\bformat\\b");

  private static final Pattern UNSUPPORTED =
      Pattern.compile(
          "(?i)(?:not|n't|un|never).{0,20}support|support.{0,20}\\bonly\\b|only.{0,40}support"
              + "|not (?:permitted|allowed|available|enabled|implemented|recognized)|unknown"
              + " (?:name|field|parameter|argument)|unrecognized|unexpected|extra inputs");

  /** What a request sets, by what providers and servers call it. */
  enum Setting {
    SCHEMA(
        "response.?(?:format|mime|json|schema)|json.?(?:schema|mode|object)|output.?(?:format"
            + "|config)|structured.?output|guided|grammar"),
    TEMPERATURE("temperature"),
    MAX_TOKENS("max.?(?:completion.?|output.?)?tokens|num.?predict");

    private final Pattern names;

    Setting(String names) {
      this.names = Pattern.compile("(?i)" + names);
    }

    private boolean isNamedIn(String message) {
      return names.matcher(message).find();
    }
  }

  private Failures() {}

  /** The settings that a server finds fault with, by what it says. */
  static Set<Setting> refusedSettings(Throwable error) {
    Set<Setting> refused = EnumSet.noneOf(Setting.class);
    String message = String.valueOf(error.getMessage());
    if (error instanceof InvalidRequestException || error instanceof UnsupportedFeatureException) {
      for (Setting setting : Setting.values()) {
        if (setting.isNamedIn(message)) {
          refused.add(setting);
        }
      }
      if (refused.isEmpty()
          && (error instanceof UnsupportedFeatureException
              || (MAYBE_SCHEMA.matcher(message).find() && UNSUPPORTED.matcher(message).find()))) {
        refused.add(Setting.SCHEMA);
      }
    }
    return refused;
  }

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
