package dev.rolewise.bot.discord;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JDA and its HTTP client from sending a message of an interaction twice: both send it again
 * when Discord seems to have trouble, and Discord, which may have shown it by then, takes it for a
 * second one. Everything else that is sent is taken once however often it comes.
 */
final class SendOnce implements Interceptor {
  private static final int SERVER_ERROR = 500;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    if (body == null || !request.method().equals("POST") || !isFollowUp(request)) {
      return chain.proceed(request);
    }
    try {
      Response response = chain.proceed(request.newBuilder().post(new OneShot(body)).build());
      // JDA sends again what ends in other codes than this one.
      return response.code() > SERVER_ERROR
          ? response.newBuilder().code(SERVER_ERROR).build()
          : response;
    } catch (ConnectException | UnknownHostException e) {
      throw e;
    } catch (SocketException | SocketTimeoutException e) {
      // JDA sends again what ends in these.
      throw new IOException("whether it was sent is unclear", e);
    }
  }

  /** Whether it is {@code …/webhooks/{application}/{token}}. */
  static boolean isFollowUp(Request request) {
    List<String> path = request.url().pathSegments();
    return path.size() >= 3 && path.get(path.size() - 3).equals("webhooks");
  }

  /** A body that is written to one connection. */
  private static final class OneShot extends RequestBody {
    private final RequestBody body;

    OneShot(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
