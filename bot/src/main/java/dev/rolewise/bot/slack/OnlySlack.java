package dev.rolewise.bot.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Takes only what Slack may answer. A call of the Web API whose success is anything but a JSON
 * object was answered by something that stands between, such as a proxy with a page of its own:
 * that is a connection which failed, and nobody can tell what became of the call.
 */
final class OnlySlack implements Interceptor {
  private final URI api;

  /**
   * @param api where the methods of the Web API begin
   */
  OnlySlack(URI api) {
    this.api = api;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.isSuccessful() && isCall(chain.request()) && !isObject(response)) {
      response.close();
      throw new ProtocolException("not an answer of Slack");
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

  private static boolean isObject(Response response) throws IOException {
    try {
      return JsonParser.parseString(response.peekBody(Long.MAX_VALUE).string())
          instanceof JsonObject;
    } catch (JsonParseException e) {
      return false;
    }
  }
}
