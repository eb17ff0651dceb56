package dev.rolewise.bot.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import org.jspecify.annotations.Nullable;

/**
 * Leaves what bots write alone, be it a message, a file or a mention: two bots that answer each
 * other never end. Slack's own bot is one of them, though it has no id of a bot.
 */
final class Bots implements Middleware {
  private static final String SLACKBOT = "USLACKBOT";

  @Override
  @SuppressWarnings("rawtypes") // as the types of Bolt say it
  public Response apply(Request request, Response response, MiddlewareChain chain)
      throws Exception {
    boolean isEvent = request.getRequestType() == RequestType.Event;
    return isEvent && isByBot(request.getRequestBodyAsString())
        ? Response.ok()
        : chain.next(request);
  }

  /** Whether a bot wrote what an event is about. */
  static boolean isByBot(@Nullable String body) {
    try {
      return body != null
          && JsonParser.parseString(body) instanceof JsonObject payload
          && payload.get("event") instanceof JsonObject event
          && (isSet(event.get("bot_id"))
              || event.get("bot_profile") instanceof JsonObject
              || text(event.get("user")).equals(SLACKBOT));
    } catch (JsonParseException e) {
      // Whoever reads it says what is wrong with it.
      return false;
    }
  }

  private static boolean isSet(@Nullable JsonElement id) {
    return !text(id).isEmpty();
  }

  /** What a field holds, empty if that is no text. */
  static String text(@Nullable JsonElement element) {
    return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
  }
}
