package dev.rolewise.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.ModelMetrics.Outcome;
import dev.rolewise.bot.answer.ModelReply.Reason;
import dev.rolewise.bot.llm.ModelTally;
import dev.rolewise.bot.web.ServiceMetrics;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ModelMetersTest {
  @Test
  void showsEachFigure_asItIsNow() {
    var tally = new ModelTally(1, 2);
    var metrics = new ServiceMetrics();
    ModelMeters.show(tally, metrics);

    tally.answered(Outcome.PHRASED);
    tally.answered(Outcome.PHRASED);
    tally.checked(5, 2);

    assertThat(metrics.text())
        .contains("rolewise_model_answers_total{outcome=\"phrased\"} 2.0")
        .contains("rolewise_model_answers_total{outcome=\"failed\"} 0.0")
        .contains("rolewise_model_sentences_total{check=\"kept\"} 5.0")
        .contains("rolewise_model_sentences_total{check=\"dropped\"} 2.0")
        .contains("rolewise_model_tokens_total{direction=\"input\"} 0.0")
        .contains("rolewise_model_cost_total 0.0");
    for (Reason reason : Reason.values()) {
      assertThat(metrics.text())
          .contains("{reason=\"" + reason.name().toLowerCase(Locale.ROOT) + "\"} 0.0");
    }
  }
}
