package dev.rolewise.bot.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Takes only what Slack may answer. A call of the Web API whose success is anything but a JSON
 * object was answered by something that stands between, such as a proxy with a page of its own:
 * that is a connection which failed, and nobody can tell what became of the call. So is, once the
 * bot runs, an address for a WebSocket that Slack does not give: Bolt tries again after a failed
 * connection, and never after anything else.
 */
final class OnlySlack implements Interceptor {
  private static final String ADDRESS = "/apps.connections.open";

  private final URI api;
  private final BooleanSupplier isRunning;

  /**
   * @param api where the methods of the Web API begin
   * @param isRunning whether the bot has started, so that nobody is told of what is refused
   */
  OnlySlack(URI api, BooleanSupplier isRunning) {
    this.api = api;
    this.isRunning = isRunning;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (!response.isSuccessful() || !isCall(chain.request())) {
      return response;
    }
    Optional<JsonObject> answer = answer(response);
    if (answer.isEmpty()) {
      response.close();
      throw new ProtocolException("not an answer of Slack");
    }
    if (isRunning.getAsBoolean()
        && chain.request().url().encodedPath().endsWith(ADDRESS)
        && !(answer.get().get("url") instanceof JsonPrimitive)) {
      response.close();
      throw new ProtocolException("no address for a WebSocket: " + answer.get().get("error"));
    }
    return response;
  }

  /** Files and responses go elsewhere, where plain words are an answer. */
  private boolean isCall(Request request) {
    URI called = request.url().uri();
    return request.header("Authorization") != null
        && called.getAuthority().equalsIgnoreCase(api.getAuthority())
        && called.getPath().startsWith(api.getPath());
  }

  private static Optional<JsonObject> answer(Response response) throws IOException {
    try {
      return JsonParser.parseString(response.peekBody(Long.MAX_VALUE).string())
              instanceof JsonObject answer
          ? Optional.of(answer)
          : Optional.empty();
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }
}
