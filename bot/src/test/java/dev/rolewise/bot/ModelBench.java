package dev.rolewise.bot;

import dev.rolewise.bot.console.Workspaces.Opened;
import dev.rolewise.bot.console.Workspaces.Purpose;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.config.Configuration;
import dev.rolewise.bot.config.KnowledgeConfig;
import dev.rolewise.bot.evaluation.Evaluation;
import dev.rolewise.bot.evaluation.EvaluationQuestion;
import dev.rolewise.bot.evaluation.Judgement;
import dev.rolewise.bot.evaluation.QuestionSet;
import dev.rolewise.bot.llm.FaithfulMind;
import dev.rolewise.bot.llm.FakeModelHost;
import dev.rolewise.bot.llm.HostileMind;
import dev.rolewise.bot.llm.Wire;
import dev.rolewise.knowledge.retrieval.QuestionReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Runs the question set without a model, with a faithful one and with a hostile one. */
final class ModelBench {
  private ModelBench() {}

  /** Takes the folder of the program and a folder for caches. */
  public static void main(String[] args) {
    Path root = Path.of(args[0]).toAbsolutePath();
    List<Path> roles = List.of(root.resolve("knowledge/roles"));
    var wiring =
        new Wiring(
            new Configuration(new KnowledgeConfig(roles), Path.of(args[1])),
            root,
            (_, _) -> {},
            Clock.systemUTC());
    if (!(wiring.open(roles, new Purpose.ManyQuestions()) instanceof Opened.Ready(Library library, _))
        || !(QuestionSet.read(root.resolve("knowledge/questions.jsonl"))
            instanceof QuestionSet.Usable(List<EvaluationQuestion> questions))) {
      throw new IllegalArgumentException("no documents or no questions in " + root);
    }
    QuestionReader reader = wiring.reader();
    Evaluation offline = Evaluation.run(library.answerer(), questions, System::nanoTime);
    System.out.println(
        "offline: right "
            + offline.judgements().stream().filter(Judgement::isRight).count()
            + " of "
            + questions.size());
    try (var host = new FakeModelHost(Wire.OPENAI, new FaithfulMind())) {
      var faithful = ModelEvaluation.of(library, reader, host, questions);
      System.out.println(faithful.describe("faithful"));
      for (int i = 0; i < questions.size(); i++) {
        if (offline.judgements().get(i).isRight()
            && !faithful.evaluation().judgements().get(i).isRight()) {
          System.out.println("  worse: " + questions.get(i).id() + " " + questions.get(i).question());
        }
      }
    }
    for (int round = 0; round < HostileMind.Trick.values().length; round++) {
      var mind = new HostileMind(Wire.OPENAI);
      int skipped = round;
      // Each round begins with another trick, so that each question meets each of them.
      mind.skip(skipped);
      try (var host = new FakeModelHost(Wire.OPENAI, mind)) {
        var hostile = ModelEvaluation.of(library, reader, host, questions);
        long shown =
            hostile.sentences().stream()
                .flatMap(List::stream)
                .filter(mind.lies()::contains)
                .count();
        boolean sameRefusals =
            ModelEvaluation.outcomes(offline.judgements())
                .equals(ModelEvaluation.outcomes(hostile.evaluation().judgements()));
        System.out.println(
            hostile.describe("hostile " + round)
                + ", lies "
                + mind.lies().size()
                + ", shown "
                + shown
                + (sameRefusals ? ", same refusals" : ", OTHER REFUSALS"));
      }
    }
  }
}
