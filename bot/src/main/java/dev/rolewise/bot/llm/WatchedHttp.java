package dev.rolewise.bot.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.time.Duration;

/**
 * Tells when a stream is over. Some clients wait for a last event and never notice that a stream
 * has ended without one.
 *
 * @param builder builds the client that does the work
 */
record WatchedHttp(HttpClientBuilder builder) implements HttpClientBuilder {
  private static final ScopedValue<Runnable> AT_END = ScopedValue.newInstance();

  /**
   * Sends a request.
   *
   * @param sending sends it from this thread
   * @param atEnd run after everything else, once the stream of the request is over
   */
  static void send(Runnable sending, Runnable atEnd) {
    ScopedValue.where(AT_END, atEnd).run(sending);
  }

  @Override
  public Duration connectTimeout() {
    return builder.connectTimeout();
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return new WatchedHttp(builder.connectTimeout(timeout));
  }

  @Override
  public Duration readTimeout() {
    return builder.readTimeout();
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return new WatchedHttp(builder.readTimeout(timeout));
  }

  @Override
  public HttpClient build() {
    return new Client(builder.build());
  }

  private record Client(HttpClient client) implements HttpClient {
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
      return client.execute(request);
    }

    @Override
    public void execute(
        HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
      client.execute(request, parser, new Listener(listener, AT_END.orElse(() -> {})));
    }
  }

  private record Listener(ServerSentEventListener listener, Runnable atEnd)
      implements ServerSentEventListener {
    @Override
    public void onOpen(SuccessfulHttpResponse response) {
      listener.onOpen(response);
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
      listener.onEvent(event, context);
    }

    @Override
    public void onEvent(ServerSentEvent event) {
      listener.onEvent(event);
    }

    @Override
    public void onError(Throwable error) {
      try {
        listener.onError(error);
      } finally {
        atEnd.run();
      }
    }

    @Override
    public void onClose() {
      try {
        listener.onClose();
      } finally {
        atEnd.run();
      }
    }
  }
}
