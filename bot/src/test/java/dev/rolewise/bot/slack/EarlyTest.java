package dev.rolewise.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EarlyTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> seen = new ArrayList<>();
  private final Early early = new Early(nanos::get);

  private void keep(String thread, String ts) {
    early.keep(thread, ts, () -> seen.add(thread + " " + ts));
  }

  @Test
  void lookAgain_givesWhatIsLaterThanTheMention_onceAndInOrder() {
    keep("salary", "1");
    keep("salary", "3");
    keep("skills", "4");
    keep("salary", "5");

    early.lookAgain("salary", "2");
    early.lookAgain("salary", "2");

    assertThat(seen).containsExactly("salary 3", "salary 5");
  }

  @Test
  void lookAgain_givesNothingThatIsTooOldOrOneOfTooMany() {
    keep("salary", "1");
    for (int i = 0; i < Early.MOST; i++) {
      keep("skills", "2");
    }
    nanos.set(Early.LONGEST.toNanos() + 1);
    keep("skills", "3");

    early.lookAgain("salary", "0");
    early.lookAgain("skills", "0");

    assertThat(seen).containsExactly("skills 3");
  }
}
