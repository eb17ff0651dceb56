package dev.rolewise.bot.slack;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Tells calls that were never sent, because no connection came about in whatever way, from those
 * that nobody knows the end of: they fail with a {@link ConnectException}. Safe for many threads.
 */
final class Unsent implements Interceptor {
  /** Has the calls of a client told apart. */
  static OkHttpClient.Builder in(OkHttpClient.Builder client) {
    var unsent = new Unsent();
    return client.addInterceptor(unsent).addNetworkInterceptor(unsent);
  }

  private Unsent() {}

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (chain.connection() != null) {
      AtomicBoolean isSent = request.tag(AtomicBoolean.class);
      if (isSent != null) {
        isSent.set(true);
      }
      return chain.proceed(request);
    }
    var isSent = new AtomicBoolean();
    try {
      return chain.proceed(request.newBuilder().tag(AtomicBoolean.class, isSent).build());
    } catch (IOException e) {
      if (isSent.get() || e instanceof ConnectException) {
        throw e;
      }
      var unsent = new ConnectException(e.toString());
      unsent.initCause(e);
      throw unsent;
    }
  }
}
