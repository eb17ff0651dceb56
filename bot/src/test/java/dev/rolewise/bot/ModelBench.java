package dev.rolewise.bot;

import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.config.Configuration;
import dev.rolewise.bot.config.KnowledgeConfig;
import dev.rolewise.bot.console.Workspaces.Opened;
import dev.rolewise.bot.console.Workspaces.Purpose;
import dev.rolewise.bot.evaluation.Evaluation;
import dev.rolewise.bot.evaluation.EvaluationQuestion;
import dev.rolewise.bot.evaluation.Judgement;
import dev.rolewise.bot.evaluation.QuestionSet;
import dev.rolewise.bot.llm.Condensing;
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

  private static void worse(
      List<EvaluationQuestion> questions, Evaluation before, Evaluation after) {
    for (int i = 0; i < questions.size(); i++) {
      Judgement judgement = after.judgements().get(i);
      if (before.judgements().get(i).isRight() && !judgement.isRight()) {
        System.out.println(
            "  worse: "
                + questions.get(i).id()
                + " "
                + questions.get(i).question()
                + " missing "
                + judgement.missing()
                + judgement.contaminants()
                + " => "
                + judgement.answer().sentences().stream().map(Sentence::text).toList());
      }
    }
  }

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
    if (!(wiring.open(roles, new Purpose.ManyQuestions())
            instanceof Opened.Ready(Library library, _))
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
    try (var host = new FakeModelHost(Wire.OPENAI, new FaithfulMind(new Condensing(reader)))) {
      var faithful = ModelEvaluation.of(library, reader, host, questions);
      System.out.println(faithful.describe("faithful"));
      worse(questions, offline, faithful.evaluation());
      // Once more, warm.
      System.out.println(
          ModelEvaluation.of(library, reader, host, questions).describe("faithful, warm"));
    }
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : HostileMind.Trick.values().length;
    for (int round = 0; round < rounds; round++) {
      var mind = new HostileMind(Wire.OPENAI);
      // Each round begins with another trick, so that each question meets each of them.
      mind.skip(round);
      try (var host = new FakeModelHost(Wire.OPENAI, mind)) {
        var hostile = ModelEvaluation.of(library, reader, host, questions);
        List<String> shown =
            hostile.sentences().stream()
                .flatMap(List::stream)
                .filter(mind.lies()::contains)
                .toList();
        boolean sameRefusals =
            ModelEvaluation.outcomes(offline.judgements())
                .equals(ModelEvaluation.outcomes(hostile.evaluation().judgements()));
        System.out.println(
            hostile.describe("hostile " + round)
                + ", lies "
                + mind.lies().size()
                + ", shown "
                + shown.size()
                + (sameRefusals ? ", same refusals" : ", OTHER REFUSALS"));
        shown.forEach(lie -> System.out.println("  shown: " + lie));
        worse(questions, offline, hostile.evaluation());
      }
    }
  }
}
