package dev.rolewise.bot.web;

import dev.rolewise.bot.platform.AnswerOutcome;
import dev.rolewise.bot.platform.Meter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleSupplier;

/** Counts and times what the service does. Safe to use from many threads. */
public final class ServiceMetrics {
  /** Bounds of the histograms: a cached answer takes under a millisecond, a model takes seconds. */
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3),
    Duration.ofSeconds(10)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** A counter holds on weakly to what it counts by, and would stand still without it. */
  private final Queue<DoubleSupplier> watched = new ConcurrentLinkedQueue<>();

  /** Nothing counted yet. */
  public ServiceMetrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /**
   * Notes what happens on one platform.
   *
   * @param platform which, such as {@code slack}
   */
  public Meter meter(String platform) {
    return new Meter() {
      @Override
      public void acknowledged(Duration elapsed) {
        ServiceMetrics.this.acknowledged(platform, elapsed);
      }

      @Override
      public void answered(AnswerOutcome outcome, Duration elapsed) {
        ServiceMetrics.this.answered(platform, outcome, elapsed);
      }
    };
  }

  private void answered(String platform, AnswerOutcome outcome, Duration elapsed) {
    Timer.builder("rolewise.answers")
        .description("Questions from arrival to visible reply")
        .tag("platform", platform)
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(elapsed);
  }

  private void acknowledged(String platform, Duration elapsed) {
    Timer.builder("rolewise.acknowledgements")
        .description("Events from arrival to acknowledgement")
        .tag("platform", platform)
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(elapsed);
  }

  /**
   * Shows a count that is kept elsewhere.
   *
   * @param name such as {@code rolewise.model.requests}
   * @param tag name of a tag and its value, or nothing
   * @param count never falls
   */
  public void watch(String name, String description, List<String> tag, DoubleSupplier count) {
    watched.add(count);
    FunctionCounter.builder(name, count, DoubleSupplier::getAsDouble)
        .description(description)
        .tags(tag.toArray(String[]::new))
        .register(registry);
  }

  /** Notes a request to the server; {@code endpoint} is a path of ours, never one of a client. */
  void request(String endpoint, int status, Duration elapsed) {
    Timer.builder("rolewise.http.requests")
        .description("Requests to the HTTP server")
        .tag("endpoint", endpoint)
        .tag("status", Integer.toString(status))
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(elapsed);
  }

  /** Notes what became of a request to the endpoint for Slack. */
  void slackRequest(String result) {
    registry.counter("rolewise.slack.requests", "result", result).increment();
  }

  /** Shows whether a part is ready. */
  void watch(Part part) {
    Gauge.builder("rolewise.part.ready", part, watched -> Parts.isReady(watched) ? 1 : 0)
        .description("1 when the part of the service is ready")
        .tag("part", part.name())
        .strongReference(true)
        .register(registry);
  }

  /** Everything noted, in the text format of Prometheus. */
  public String text() {
    return registry.scrape();
  }
}
