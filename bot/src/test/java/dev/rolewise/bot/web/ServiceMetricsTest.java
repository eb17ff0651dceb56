package dev.rolewise.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServiceMetricsTest {
  private final ServiceMetrics metrics = new ServiceMetrics();

  @Test
  @Timeout(20)
  void goesOnWatchingACount_onceGarbageWasCollected() {
    var count = new AtomicLong(5);
    metrics.watch("rolewise.model.requests", "Requests", List.of(), () -> count.doubleValue());
    var garbage = new WeakReference<>(new Object());
    while (garbage.get() != null) {
      System.gc();
    }

    count.set(9);

    assertThat(metrics.text().lines()).contains("rolewise_model_requests_total 9.0");
  }
}
