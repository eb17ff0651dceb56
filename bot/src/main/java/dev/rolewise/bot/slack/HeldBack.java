package dev.rolewise.bot.slack;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.FormBody;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Holds calls back that Slack takes only after longer than anybody waits: until then they are
 * answered as Slack did, without a request. Safe for many threads.
 */
final class HeldBack implements Interceptor {
  private static final MediaType JSON = MediaType.get("application/json");

  /** When calls are taken again, by {@link System#nanoTime}. */
  private final Map<String, Long> until = new ConcurrentHashMap<>();

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    String limited = limited(request);
    Long end = until.get(limited);
    if (end != null) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (left.isPositive()) {
        return tooMany(request, left);
      }
      until.remove(limited, end);
    }
    Response response = chain.proceed(request);
    if (response.code() == SlackApi.TOO_MANY) {
      Duration wait = SlackApi.retryAfter(response);
      if (wait.compareTo(SlackApi.MAX_WAIT) > 0) {
        until.put(limited, System.nanoTime() + wait.toNanos());
      }
    }
    return response;
  }

  /** What Slack limits on its own: a method, and a channel that it posts to. */
  private static String limited(Request request) {
    var limited = new StringBuilder(request.url().toString());
    if (request.body() instanceof FormBody form) {
      for (int i = 0; i < form.size(); i++) {
        if (form.name(i).equals("channel")) {
          limited.append(' ').append(form.value(i));
        }
      }
    }
    return limited.toString();
  }

  private static Response tooMany(Request request, Duration left) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(SlackApi.TOO_MANY)
        .message("held back")
        .header("Retry-After", String.valueOf(left.toSeconds() + 1))
        .body(
            ResponseBody.create("{\"ok\":false,\"error\":\"" + SlackApi.RATE_LIMITED + "\"}", JSON))
        .build();
  }
}
