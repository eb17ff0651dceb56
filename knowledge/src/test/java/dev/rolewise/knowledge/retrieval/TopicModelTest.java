package dev.rolewise.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.knowledge.embedding.MiniLmEmbedder;
import dev.rolewise.knowledge.retrieval.TopicModel.Guess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Questions by two of the persons who wrote them had no part in the fit. */
class TopicModelTest {
  private static final Path QUESTIONS = Path.of("topics.jsonl");
  private static final Path WEIGHTS =
      Path.of("src/main/resources/dev/rolewise/knowledge/retrieval/topic-model.bin");
  private static final Set<Integer> HELD_BACK = Set.of(3, 6);

  @TempDir private static Path cacheFolder;

  /** A question whose topic is known. */
  private record Asked(int person, String topic, String question) {
    /** Its text as the reader gives it to the model: without the name of the job. */
    String text() {
      return question.replaceAll("\\{jobs?\\}", " ");
    }

    boolean isHeldBack() {
      return HELD_BACK.contains(person);
    }
  }

  @Test
  void tellsTheTopicsOfQuestionsThatHadNoPartInTheFit() throws IOException {
    List<Asked> asked = questions().stream().filter(Asked::isHeldBack).toList();
    List<float[]> vectors = vectors(asked);
    int taken = 0;
    int right = 0;
    int topical = 0;
    for (int i = 0; i < asked.size(); i++) {
      Optional<Guess> guess = TopicModel.bundled().guess(vectors.get(i));
      String label =
          guess.map(g -> g.topic().map(Topic::name).orElse(TopicModel.PAY)).orElse(TopicModel.NONE);
      topical += asked.get(i).topic().equals(TopicModel.NONE) ? 0 : 1;
      taken += guess.isPresent() ? 1 : 0;
      right += guess.isPresent() && label.equals(asked.get(i).topic()) ? 1 : 0;
    }
    assertThat((double) right / taken).as("share of guesses that are right").isGreaterThan(0.93);
    assertThat((double) right / topical).as("share of topics told").isGreaterThan(0.60);
  }

  @Test
  void guessesNothingOfWhatIsNoQuestionOfATopic() throws IOException {
    try (var embedder = new MiniLmEmbedder(cacheFolder)) {
      assertThat(TopicModel.bundled().guess(embedder.embed("and in Leeds?"))).isEmpty();
      assertThat(TopicModel.bundled().guess(embedder.embed("do they bring their dogs to work")))
          .isEmpty();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "rolewise.train", matches = "true")
  void fitsTheBundledModel() throws IOException {
    List<Asked> asked = questions().stream().filter(one -> !one.isHeldBack()).toList();
    List<String> labels = List.copyOf(new TreeSet<>(asked.stream().map(Asked::topic).toList()));
    var regression = new LogisticRegression(labels.size(), 384);
    regression.fit(
        vectors(asked), asked.stream().mapToInt(one -> labels.indexOf(one.topic())).toArray());
    try (var out = Files.newOutputStream(WEIGHTS)) {
      TopicModel.write(out, labels, regression.biases(), regression.weights());
    }
  }

  private static List<Asked> questions() throws IOException {
    var json = new ObjectMapper();
    List<Asked> asked = new ArrayList<>();
    for (String line : Files.readAllLines(QUESTIONS)) {
      JsonNode node = json.readTree(line);
      asked.add(
          new Asked(
              node.path("person").asInt(),
              node.path("topic").asText(),
              node.path("question").asText()));
    }
    return asked;
  }

  private static List<float[]> vectors(List<Asked> asked) {
    try (var embedder = new MiniLmEmbedder(cacheFolder)) {
      return embedder.embedAll(asked.stream().map(Asked::text).toList());
    }
  }
}
