package dev.rolewise.bot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.evaluation.EvaluationQuestion.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionSetTest {
  @TempDir private Path folder;

  @Test
  void readsEveryField() throws IOException {
    Path file =
        write(
            """
            {"id":"q1","question":"and up?","kind":"follow-up","history":["avp pay?"],\
            "outcome":"answered","must_include":["$1"],"must_not_include":["$2"],\
            "documents":["vp-ai-ml"],"part":"held-back"}

            {"id":"q2","question":"bakers?","kind":"off topic","outcome":"not_found"}
            """);

    assertThat(QuestionSet.read(file))
        .isEqualTo(
            new QuestionSet.Usable(
                List.of(
                    new EvaluationQuestion(
                        "q1",
                        "and up?",
                        "follow-up",
                        List.of("avp pay?"),
                        ExpectedOutcome.ANSWERED,
                        List.of("$1"),
                        List.of("$2"),
                        List.of("vp-ai-ml"),
                        Optional.of(Part.HELD_BACK)),
                    new EvaluationQuestion(
                        "q2",
                        "bakers?",
                        "off topic",
                        List.of(),
                        ExpectedOutcome.NOT_FOUND,
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()))));
  }

  @Test
  void reportsEveryProblemWithItsLine() throws IOException {
    Path file =
        write(
            """
            {"id":"q1","question":"a?","kind":"k","outcome":"answered"}
            {"id":"q1","question":"","kind":7,"outcome":"maybe","part":"third"}
            {"id":"q2","question":"b?","kind":"k","outcome":"answered","must_inclde":["x"]}
            {"id":"q3","question":"b?","kind":"k","outcome":"answered","must_include":["--"]}
            {"id":"q4","question":"b?","kind":"k","outcome":"answered","documents":"x","history":[1]}
            [1]
            {broken
            """);

    assertThat(QuestionSet.read(file))
        .isEqualTo(
            new QuestionSet.Unusable(
                List.of(
                    file + ":2: id 'q1' is used twice",
                    file
                        + ":2: outcome: must be one of [answered, not_found, clarify,"
                        + " clarify_or_answered], got 'maybe'",
                    file + ":2: question: must be a text",
                    file + ":2: kind: must be a text",
                    file + ":2: part: must be one of [tune, held-back], got 'third'",
                    file + ":3: unknown field 'must_inclde'",
                    file + ":4: must_include: must hold words or figures, got '--'",
                    file + ":5: history: must be a list of texts",
                    file + ":5: documents: must be a list of texts",
                    file + ":6: must be a JSON object",
                    file + ":7: is not valid JSON")));
  }

  @Test
  void saysSo_whenThereIsNothingToRead() throws IOException {
    Path missing = folder.resolve("missing.jsonl");
    Path latin =
        Files.write(folder.resolve("latin.jsonl"), "é".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(QuestionSet.read(missing)).isEqualTo(unusable(missing + ": no such file"));
    assertThat(QuestionSet.read(latin)).isEqualTo(unusable(latin + ": is not UTF-8"));
    assertThat(QuestionSet.read(folder)).isEqualTo(unusable(folder + ": cannot be read"));
    Path empty = write("\n");
    assertThat(QuestionSet.read(empty)).isEqualTo(unusable(empty + ": holds no questions"));
  }

  private static QuestionSet unusable(String problem) {
    return new QuestionSet.Unusable(List.of(problem));
  }

  private Path write(String lines) throws IOException {
    return Files.writeString(folder.resolve("questions.jsonl"), lines);
  }
}
