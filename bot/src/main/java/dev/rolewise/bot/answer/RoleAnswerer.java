package dev.rolewise.bot.answer;

import dev.rolewise.bot.answer.PaySelection.Chosen;
import dev.rolewise.bot.answer.PaySelection.Lacking;
import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Filter;
import dev.rolewise.knowledge.retrieval.Question;
import dev.rolewise.knowledge.retrieval.Question.Form;
import dev.rolewise.knowledge.retrieval.Question.Mention;
import dev.rolewise.knowledge.retrieval.QuestionReader;
import dev.rolewise.knowledge.retrieval.Retrieval;
import dev.rolewise.knowledge.retrieval.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Composes answers from typed facts and quoted statements alone. Typed facts come first: what a job
 * pays, how many years and which education it asks for; everything else is retrieved and quoted.
 */
public final class RoleAnswerer implements Answerer, Explainer {
  private static final Pattern ASKS_YEARS =
      Pattern.compile(
          "(?i)\\b(?:how (?:many|long|much)|years?|yrs?|yoe|experience (?:is |are"
              + " )?(?:required|needed|necessary|level|requirements?|do|does|for|to)|(?:required|needed|prior|work|minimum|relevant)"
              + " experience|experienced)\\b");

  /** Statements shown as what matched. */
  private static final int MATCHES = 5;

  /** What a line about the degree a job asks for does not tell. */
  private static final Pattern ASKS_DETAIL =
      Pattern.compile(
          "(?i)\\b(?:how (?:long|many|old|often)|where|which"
              + " (?:exams?|tests?|schools?|subjects?|courses?)|what"
              + " (?:exams?|tests?|subjects?|courses?|classes))\\b");

  private final KnowledgeBase knowledge;
  private final QuestionReader reader;
  private final PaySelector selector;
  private final TextAnswers texts;
  private final MarketAnswers markets;
  private final Suggestions suggestions;
  private final GroundingCheck check;
  private final PayLines lines;
  private final RoleGuess guess;
  private final RoleProfiles profiles;
  private final ExtraPay extras;
  private final Search search;

  /**
   * @param knowledge what was loaded
   * @param reader understands questions about it
   * @param search finds statements and sections in it
   */
  public RoleAnswerer(KnowledgeBase knowledge, QuestionReader reader, Search search) {
    this.knowledge = knowledge;
    this.reader = reader;
    selector = new PaySelector(knowledge);
    texts = new TextAnswers(knowledge, search);
    markets = new MarketAnswers(knowledge, texts);
    suggestions = new Suggestions(knowledge);
    check = new GroundingCheck(knowledge);
    lines = new PayLines(check);
    guess = new RoleGuess(knowledge, search);
    profiles = new RoleProfiles(knowledge, search);
    extras = new ExtraPay(knowledge);
    this.search = search;
  }

  @Override
  public Answer answer(String question, List<String> history) {
    List<Question> questions = read(question, history);
    return questions.isEmpty()
        ? refusals().nothingAsked()
        : checked(questions, composed(questions));
  }

  /** Small talk asks nothing, whatever was talked about before. */
  private List<Question> read(String question, List<String> history) {
    return SmallTalk.is(question) ? List.of() : reader.read(question, history);
  }

  @Override
  public Explanation explain(String question, List<String> history) {
    List<Question> questions = read(question, history);
    if (questions.isEmpty()) {
      return new Explanation(List.of(), List.of(), List.of(), refusals().nothingAsked());
    }
    Answer composed = composed(questions);
    Answer answer = checked(questions, composed);
    List<String> dropped = new ArrayList<>();
    if (composed instanceof Answer.Answered answered) {
      answered.sentences().forEach(sentence -> dropped.add(sentence.text()));
      answer.sentences().forEach(sentence -> dropped.remove(sentence.text()));
    }
    List<String> understood = new ArrayList<>();
    List<Claim> matched = new ArrayList<>();
    for (Question one : questions) {
      understood.addAll(Understanding.lines(one));
      String words = one.searchText();
      if (search.statements(words, words, Filter.ALL, MATCHES) instanceof Retrieval.Found found) {
        found
            .passages()
            .forEach(passage ->
                matched.add(
                    new Claim(
                        TextAnswers.quote(passage.statement()), List.of(passage.statement()))));
      }
    }
    return new Explanation(
        understood, matched.stream().distinct().limit(MATCHES).toList(), dropped, answer);
  }

  private Answer composed(List<Question> questions) {
    List<Answer> answers = new ArrayList<>();
    for (Question one : questions) {
      Question guessed = one.pay() ? guessed(one) : one;
      Answer answer = answerOne(narrowed(guessed));
      answers.add(
          answer instanceof Answer.NotCovered && !one.pay()
              ? answerOne(narrowed(guessed(one)))
              : answer);
    }
    return merged(questions, answers);
  }

  private Answer checked(List<Question> questions, Answer composed) {
    return check.checked(composed, () -> refusals().nothingFound(questions.getFirst()));
  }

  private Refusals refusals() {
    return new Refusals(knowledge, suggestions);
  }

  /** A question that names no job is about the role that fits it far better than all others. */
  private Question guessed(Question question) {
    if (!question.mentions().isEmpty() || !question.unknownJobs().isEmpty()) {
      return question;
    }
    return guess
        .of(question)
        .map(job -> question.aboutOnly(List.of(new Mention(job.title(), List.of(job), GUESSED))))
        .orElse(question);
  }

  /** How well a role fits that no word of a question names. */
  private static final double GUESSED = 0.5;

  /** Several questions of one message: what can be answered is, the rest is said to be missing. */
  private Answer merged(List<Question> questions, List<Answer> answers) {
    List<Answer.Answered> answered = new ArrayList<>();
    for (Answer answer : answers) {
      if (answer instanceof Answer.Answered one) {
        answered.add(one);
      }
    }
    if (answered.isEmpty()) {
      return answers.getFirst();
    }
    if (answers.size() == 1) {
      return answered.getFirst();
    }
    var draft = new Draft(knowledge);
    Set<String> next = new LinkedHashSet<>();
    Set<String> said = new LinkedHashSet<>();
    int share = share(answers);
    for (int i = 0; i < answers.size(); i++) {
      draft.limit(share);
      switch (answers.get(i)) {
        case Answer.Answered one -> {
          for (Sentence sentence : one.sentences()) {
            if (sentence.form() == Sentence.Form.HEADING) {
              draft.heading(sentence.text());
            } else if (said.add(sentence.text())) {
              List<Statement> statements =
                  sentence.citations().stream()
                      .map(n -> one.citations().get(n - 1).statement())
                      .toList();
              if (sentence.form() == Sentence.Form.ITEM) {
                draft.item(sentence.text(), statements);
              } else {
                draft.text(sentence.text(), statements);
              }
            }
          }
          next.addAll(one.suggestions());
        }
        case Answer.NotCovered missing -> {
          if (worthSaying(questions.get(i))) {
            draft.text(missing.message(), List.of());
          }
        }
        case Answer.Clarify clarify -> draft.text(clarify.message(), List.of());
      }
    }
    return draft.answer(next.stream().limit(3).toList());
  }

  /** Characters that each of several answers may have so that none pushes another out. */
  private static int share(List<Answer> answers) {
    List<Integer> lengths = answers.stream().map(RoleAnswerer::chars).sorted().toList();
    int left = Draft.ROOM;
    for (int i = 0; i < lengths.size(); i++) {
      int share = left / (lengths.size() - i);
      if (lengths.get(i) > share) {
        return share;
      }
      left -= lengths.get(i);
    }
    return Draft.ROOM;
  }

  private static int chars(Answer answer) {
    return answer.sentences().stream()
        .mapToInt(sentence -> sentence.text().length() + 1 + 5 * sentence.citations().size())
        .sum();
  }

  private static boolean worthSaying(Question question) {
    return !question.mentions().isEmpty() || !question.unknownJobs().isEmpty();
  }

  private Answer answerOne(Question question) {
    Optional<String> qualifier =
        question.pay() ? texts.lackingQualifier(question) : Optional.empty();
    Optional<Answer> part = qualifier.isPresent() ? Optional.empty() : partOfPay(question);
    if (part.isPresent()) {
      return part.get();
    }
    Optional<Answer> extra = extras.answer(question, refusals(), suggestions);
    if (extra.isPresent()) {
      return extra.get();
    }
    if (!question.unknownJobs().isEmpty()
        && (question.mentions().isEmpty()
            || question.pay()
            || question.form() == Form.COMPARISON)) {
      return question.mentions().isEmpty() ? refusals().unknownJob(question) : partly(question);
    }
    if (question.pay() && qualifier.isEmpty() && TextAnswers.asksShare(question)) {
      return texts.answer(question, refusals(), suggestions);
    }
    if (question.pay() && asksOnOfUntold(question)) {
      return refusals().nothingFound(question);
    }
    if (question.pay()) {
      Optional<Answer> ofKind =
          payOfKind(question).or(() -> texts.paidByEmployer(question, suggestions));
      if (ofKind.isPresent()) {
        return ofKind.get();
      }
      return qualifier.isPresent()
          ? refusals().lacking(question, new Lacking(qualifier.get(), List.of()))
          : pay(question);
    }
    if (question.topics().contains(Topic.PAY_FACTORS)) {
      Optional<Answer> ranked = rankedWithin(question);
      if (ranked.isPresent()) {
        return ranked.get();
      }
    }
    if (isAmbiguous(question)) {
      return clarify(question);
    }
    if (asksOnlyWhatMovesPay(question)) {
      Optional<Answer> told = whatMovesPay(question);
      if (told.isPresent()) {
        return told.get();
      }
    }
    if (comparesRoles(question)) {
      return compared(question);
    }
    if (comparesAsAWhole(question)) {
      return pay(question);
    }
    Optional<Draft> market = markets.answer(question);
    if (market.isPresent()) {
      return market.get().answer(suggestions.after(question, Topic.MARKET));
    }
    if (question.topics().contains(Topic.EXPERIENCE)
        && ASKS_YEARS.matcher(question.text()).find()
        && question.topics().stream().noneMatch(t -> t == Topic.EDUCATION)) {
      Optional<Answer> experience =
          required(question, Topic.EXPERIENCE, Fact.Experience.class, "experience");
      if (experience.isPresent()) {
        return experience.get();
      }
    }
    if (question.topics().contains(Topic.EDUCATION)
        && !question.topics().contains(Topic.PAY_FACTORS)
        && !ASKS_DETAIL.matcher(question.text()).find()
        && !question.mentions().isEmpty()) {
      Optional<Answer> education =
          required(question, Topic.EDUCATION, Fact.Education.class, "education");
      if (education.isPresent()) {
        return education.get();
      }
    }
    if (isOfNoRole(question) || pointsAtNothing(question)) {
      List<Job> roles =
          knowledge.jobs().jobs().stream().filter(job -> job.role().isPresent()).toList();
      return new Answer.Clarify("Which role do you mean?", suggestions.readings(roles, question));
    }
    Optional<Answer> names = texts.otherNames(question, refusals(), suggestions);
    if (names.isPresent()) {
      return names.get();
    }
    Answer told = texts.answer(question, refusals(), suggestions);
    return texts.naming(question, told, suggestions).orElse(told);
  }

  /** "What does the pay of a welder depend on?", with no word on what it may depend on. */
  private static boolean asksOnlyWhatMovesPay(Question question) {
    return question.topics().contains(Topic.PAY_FACTORS)
        && question.mentions().size() == 1
        && question.limits().isNone()
        && question.rest().stream().allMatch(word -> MOVING.matcher(word).find());
  }

  private static final Pattern MOVING =
      Pattern.compile(
          "(?i)^(?:depend|affect|influenc|determin|factor|driv|decid|var(?:y|ies)|pay)");

  /**
   * What a document says its pay depends on where no section is about that; empty if one is or
   * nothing is said.
   */
  private Optional<Answer> whatMovesPay(Question question) {
    Job job = TextAnswers.preferred(question.mentions().getFirst());
    List<Statement> statements = texts.statements(job);
    boolean ofItsOwn =
        statements.stream().anyMatch(s -> Topic.PAY_FACTORS.heads(String.join(" ", s.path())));
    if (job.role().isEmpty() || job.pay().isEmpty() || ofItsOwn) {
      return Optional.empty();
    }
    List<Statement> told =
        statements.stream()
            .filter(s -> s.cells().isEmpty() && MOVES_PAY.matcher(s.text()).find())
            .limit(MATCHES)
            .toList();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    var draft = new Draft(knowledge);
    draft.heading(job.title());
    told.forEach(s -> draft.item(TextAnswers.quote(s), List.of(s)));
    return Optional.of(draft.answer(suggestions.after(question, Topic.PAY_FACTORS)));
  }

  private static final Pattern MOVES_PAY =
      Pattern.compile(
          "(?i)^(?!.*\\bhalf\\b)(?:.*\\b(?:pay|salar(?:y|ies)|wages?|earn\\w*|incomes?|compensation)\\b[^.;]*\\b(?:depend\\w*|var(?:y|ies)|differs?|set"
              + " by|according to|based on|by (?:\\p{L}+ )?(?:grade|region|employer|level)|rises?"
              + " with|(?:more|less|higher|lower|better)\\b(?! than \\W*\\d))"
              + "|.*\\b(?:affects?|influences?|determines?|decides?)\\b[^.;]*"
              + "\\b(?:pay|salar(?:y|ies)|wages?|earn\\w*)\\b)");

  /** "And the unions?" after a question on pay is none on pay. */
  private boolean asksOnOfUntold(Question question) {
    return question.followUp()
        && !question.mentions().isEmpty()
        && !PayTerms.isPay(question.text())
        && question.mentions().stream()
            .allMatch(mention -> texts.asksUntold(question, TextAnswers.preferred(mention)));
  }

  private static final Pattern ASKS_WHETHER =
      Pattern.compile("(?i)^\\W*(?:is|are|do|does|did|will|would|can)\\b");
  private static final Pattern EQUITY_WORDS =
      Pattern.compile("(?i)\\b(?:equity|stocks?|shares|rsus?|stock options)\\b");
  private static final Pattern BONUS_WORDS = Pattern.compile("(?i)\\bbonus(?:es)?\\b");

  /** "Is equity part of the package?" asks for what is told of it, not for an amount. */
  private Optional<Answer> partOfPay(Question question) {
    if (!ASKS_WHETHER.matcher(question.text()).find() || question.mentions().size() != 1) {
      return Optional.empty();
    }
    boolean equity = EQUITY_WORDS.matcher(question.text()).find();
    boolean bonus = BONUS_WORDS.matcher(question.text()).find();
    return equity == bonus
        ? Optional.empty()
        : texts.aboutPay(question, equity ? Measure.EQUITY : Measure.BONUS, suggestions);
  }

  /**
   * Of several jobs that share a name, those of the only document that has the other words: "the
   * teacher in Hesse".
   */
  private Question narrowed(Question question) {
    if (question.mentions().size() != 1
        || !question.unknownJobs().isEmpty()
        || !question.mentions().getFirst().isAmbiguous()) {
      return question;
    }
    Mention mention = question.mentions().getFirst();
    Set<String> asked = new LinkedHashSet<>(Words.canonical(String.join(" ", question.rest())));
    question.limits().places().forEach(place -> asked.addAll(Words.canonical(place.name())));
    asked.removeIf(word -> word.length() < MIN_TELLING_CHARS);
    Map<String, Long> held = new LinkedHashMap<>();
    for (Job job : mention.jobs()) {
      String document = job.role().orElse(job.documents().getFirst());
      held.computeIfAbsent(document, id -> texts.wordsHeld(id, asked));
    }
    long most = held.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<String> best =
        held.keySet().stream().filter(id -> held.getOrDefault(id, 0L) == most).toList();
    if (most == 0 || best.size() != 1 || held.size() == 1) {
      return question;
    }
    List<Job> there =
        mention.jobs().stream()
            .filter(job -> job.role().orElse(job.documents().getFirst()).equals(best.getFirst()))
            .toList();
    List<Job> roles = there.stream().filter(job -> job.role().isPresent()).toList();
    List<Job> meant = roles.size() == 1 ? roles : there;
    return question.aboutOnly(List.of(new Mention(mention.wording(), meant, mention.fit())));
  }

  /** Shorter words tell no document from others. */
  private static final int MIN_TELLING_CHARS = 4;

  /** Some of the jobs are known and some are not: the known are answered, the others named. */
  private Answer partly(Question question) {
    Question known = question.aboutOnly(question.mentions());
    Answer answer = answerOne(known);
    if (!(answer instanceof Answer.Answered answered)) {
      return answer;
    }
    List<Sentence> sentences = new ArrayList<>(answered.sentences());
    sentences.add(
        new Sentence(Sentence.Form.TEXT, nothingAbout(question.unknownJobs()), List.of()));
    return new Answer.Answered(sentences, answered.citations(), answered.suggestions());
  }

  /** Says that the documents do not tell of some words of a question that is answered. */
  public static String nothingAbout(List<String> words) {
    return "The documents say nothing about “" + String.join("”, “", words) + "”.";
  }

  /** "Which degree?": nothing but a topic, where documents tell of several roles. */
  private boolean isOfNoRole(Question question) {
    return isOnATopicAlone(question) || goesOnFromNothing(question) || asksOfAnyRole(question);
  }

  /**
   * "Is the outlook good?", "and in Berlin?": what roles of several fields all tell something of.
   */
  private boolean asksOfAnyRole(Question question) {
    boolean onlyOfAPlace = question.rest().isEmpty() && question.topics().isEmpty();
    boolean asksNothing =
        question.rest().isEmpty() && question.topics().equals(List.of(Topic.OVERVIEW));
    return !asksNothing
        && question.mentions().isEmpty()
        && question.unknownJobs().isEmpty()
        && question.form() == Form.PLAIN
        && question.rest().size() <= MAX_OPEN_WORDS
        && !AMONG_ROLES.matcher(question.text()).find()
        && (onlyOfAPlace != question.limits().isNone())
        && !texts.areOfOneField()
        && question.rest().stream().allMatch(texts::isWidelySaid);
  }

  /** "And in Berlin?", "and one level up?" with nothing before it. */
  private boolean goesOnFromNothing(Question question) {
    return knowledge.documents().size() > 1
        && question.mentions().isEmpty()
        && question.unknownJobs().isEmpty()
        && (question.rest().isEmpty() || STEP.matcher(question.text()).find())
        && GOES_ON.matcher(question.text()).find();
  }

  private static final Pattern GOES_ON =
      Pattern.compile("(?i)^\\W*(?:and|(?:and |but |so )?(?:what|how) about|or)\\b");

  private static final Pattern STEP =
      Pattern.compile(
          "(?i)^\\W*(?:and|what about|how about|or)? ?(?:(?:one|a|the next|the) )?"
              + "(?:level|step|rung|grade|band) (?:up|down|above|below|higher|lower)\\W*$");

  private static final int MAX_OPEN_WORDS = 3;

  /** A question on which of the roles something holds for is one on all of them. */
  private static final Pattern AMONG_ROLES =
      Pattern.compile(
          "(?i)\\b(?:who|whose|(?:which|what|any|some|all|every|these|those|other|most)(?: of)?(?:"
              + " \\p{L}+){0,2}"
              + " (?:jobs?|roles?|careers?|positions?|occupations?|professions?|workers?"
              + "|people|professionals?|trades?|docs|documents?|pages?))\\b");

  private boolean isOnATopicAlone(Question question) {
    return knowledge.documents().size() > 1
        && question.mentions().isEmpty()
        && question.unknownJobs().isEmpty()
        && question.rest().isEmpty()
        && question.limits().isNone()
        && !WHICH_ROLES.matcher(question.text()).find()
        && question.topics().stream().anyMatch(topic -> topic != Topic.OVERVIEW);
  }

  /** "Which jobs have a good outlook": it asks for roles and leaves none open. */
  private static final Pattern WHICH_ROLES =
      Pattern.compile(
          "(?i)\\b(?:which|what)(?: of (?:the|these|those))?"
              + " (?:jobs?|roles?|careers?|positions?|occupations?|professions?|trades?)\\b"
              + "(?! (?:do|did|does|is|was|are) (?:you|it|this|that|they|these|those)\\b)");

  private static final Pattern POINTS =
      Pattern.compile(
          "(?i)\\b(?:it|this|that|them|they|those|these|the (?:other|two|same)(?: one| of"
              + " them)?|which (?:is|are))\\b|^tell me more\\W*$");

  /** "Which one", "the second one", "which of the two": one of several that were named before. */
  private static final Pattern POINTS_AT_ONE =
      Pattern.compile(
          "(?i)\\b(?:(?:which|what|either) (?:one\\b(?! of\\b)|of (?:the"
              + " two|them|these|those)\\b(?! \\p{L}{3,}s\\b))|the"
              + " (?:first|second|third|last|other) one\\b)(?!.*\\bor\\b)");

  /** "Can you compare them?" with nothing before it. */
  private boolean pointsAtNothing(Question question) {
    return knowledge.documents().size() > 1
        && question.mentions().isEmpty()
        && question.unknownJobs().isEmpty()
        && question.limits().isNone()
        && (question.rest().isEmpty()
            ? POINTS.matcher(question.text()).find() || pointsAtOne(question)
            : pointsAtOne(question) && question.rest().size() == 1);
  }

  private static boolean pointsAtOne(Question question) {
    return POINTS_AT_ONE.matcher(question.text()).find();
  }

  private boolean isAmbiguous(Question question) {
    return question.mentions().size() == 1
        && question.mentions().getFirst().isAmbiguous()
        && question.mentions().getFirst().jobs().size() > 1
        && question.mentions().getFirst().jobs().stream().anyMatch(texts::isTold)
        && question.mentions().getFirst().jobs().stream()
            .noneMatch(job -> job.role().isPresent() && question.mentions().getFirst().fit() > 0.5);
  }

  /** "A vs B" of roles that documents are about, and nothing that they are compared by. */
  private static boolean comparesRoles(Question question) {
    return question.form() == Form.COMPARISON
        && question.topics().stream().allMatch(topic -> topic == Topic.OVERVIEW)
        && question.rest().isEmpty()
        && question.mentions().size() > 1
        && question.mentions().size() <= MAX_COMPARED
        && question.mentions().stream()
            .allMatch(mention -> TextAnswers.preferred(mention).role().isPresent());
  }

  /** What each role is, pays and asks for, in a few lines that can be laid side by side. */
  private Answer compared(Question question) {
    var draft = new Draft(knowledge);
    for (Mention mention : question.mentions()) {
      Job job = TextAnswers.preferred(mention);
      RoleDocument role = knowledge.find(job.role().orElseThrow()).orElseThrow();
      List<Fact.Pay> paid = profiles.headlinePay(job);
      draft.heading(paid.isEmpty() ? job.title() : heading(job, paid));
      for (Map.Entry<Aspect, Integer> aspect : COMPARED_BY) {
        profiles
            .about(role, aspect.getKey(), aspect.getValue())
            .forEach(claim -> draft.item(claim.text(), claim.statements()));
      }
    }
    return draft.isEmpty()
        ? refusals().nothingFound(question)
        : draft.answer(suggestions.after(question, Topic.OVERVIEW));
  }

  private static final int MAX_COMPARED = 3;

  /** What roles are compared by, with lines at most. */
  private static final List<Map.Entry<Aspect, Integer>> COMPARED_BY =
      List.of(
          Map.entry(Aspect.OVERVIEW, 1),
          Map.entry(Aspect.PAY, 3),
          Map.entry(Aspect.EDUCATION, 1),
          Map.entry(Aspect.EXPERIENCE, 1));

  private static final Pattern DIFFERENCE =
      Pattern.compile("(?i)\\b(?:differences?|different|differs?|distinguish\\w*|the same)\\b");

  /** "Compare a welder and a nurse": pay is what jobs are compared by first. */
  private static boolean comparesAsAWhole(Question question) {
    return question.form() == Form.COMPARISON
        && !DIFFERENCE.matcher(question.text()).find()
        && question.topics().isEmpty()
        && question.rest().isEmpty()
        && !question.mentions().isEmpty()
        && question.mentions().stream()
            .allMatch(mention -> mention.jobs().stream().anyMatch(job -> !job.pay().isEmpty()));
  }

  private Answer clarify(Question question) {
    List<Job> jobs =
        question.mentions().getFirst().jobs().stream()
            .sorted(Orders.by(job -> job.role().isEmpty()))
            .toList();
    List<String> names = jobs.stream().map(Job::title).distinct().limit(6).toList();
    String message =
        "“"
            + question.mentions().getFirst().wording()
            + "” could be several jobs here: "
            + Refusals.list(names)
            + ". Which one do you mean?";
    return new Answer.Clarify(
        Refusals.withoutFigures(message), suggestions.readings(jobs, question));
  }

  private Answer pay(Question question) {
    boolean unpaidGuess =
        question.mentions().stream()
            .allMatch(m ->
                m.fit() < 1
                    && m.jobs().stream().allMatch(j -> j.pay().isEmpty() && j.role().isEmpty()));
    if (question.mentions().isEmpty()) {
      return payWithoutJob(question);
    }
    if (unpaidGuess && question.limits().band().isEmpty()) {
      return refusals().unknownJob(question.payOfUnknown(question.mentions().getFirst().wording()));
    }
    if (unpaidGuess) {
      return payWithoutJob(question.aboutOnly(List.of()));
    }
    var draft = new Draft(knowledge);
    List<String> missing = new ArrayList<>();
    List<Fact.Pay> shown = new ArrayList<>();
    Lacking firstLacking = null;
    boolean ranks =
        Arrays.stream(Dimension.values()).anyMatch(d -> d.asked.matcher(question.text()).find());
    Question asked = ranks ? question : PaySelector.ofEnd(question);
    Map<Job, List<Fact.Pay>> chosen = new LinkedHashMap<>();
    for (Mention mention : question.mentions()) {
      List<Job> jobs = mention.jobs();
      if (jobs.size() > 1 && question.mentions().size() == 1 && question.form() == Form.PLAIN) {
        List<Job> paid = jobs.stream().filter(job -> !job.pay().isEmpty()).toList();
        boolean sameTitle =
            paid.stream().map(job -> job.names().getFirst()).distinct().count() == 1;
        if (paid.size() > 1 && !sameTitle) {
          return clarify(question);
        }
        jobs = paid.isEmpty() ? jobs : paid;
      }
      for (Job job : jobs) {
        if (chosen.containsKey(job)) {
          continue;
        }
        switch (sides(job, asked, missing)) {
          case Chosen found -> chosen.put(job, found.facts());
          case Lacking lacking -> {
            if (jobs.size() == 1) {
              missing.add("The documents give no " + lacking.lacking() + ".");
            }
            firstLacking = firstLacking == null ? lacking : firstLacking;
          }
        }
      }
    }
    Optional<Answer> ranked = rankedWithin(question).or(() -> byPlace(question));
    if (ranked.isPresent()) {
      return ranked.get();
    }
    if (asksWherePayIsBest(question)) {
      return refusals()
          .lacking(
              question,
              new Lacking(
                  "pay by place for "
                      + TextAnswers.preferred(question.mentions().getFirst()).title(),
                  List.of()));
    }
    if (question.form() == Form.HIGHEST || question.form() == Form.LOWEST) {
      sayHighest(draft, question, chosen);
    }
    sayPremise(draft, question, chosen);
    for (Map.Entry<Job, List<Fact.Pay>> entry : chosen.entrySet()) {
      payOf(draft, entry.getKey(), entry.getValue());
      shown.addAll(entry.getValue());
    }
    if (shown.isEmpty()) {
      Optional<Answer> other = highestPlace(question).or(() -> otherPay(question));
      if (other.isPresent()) {
        return other.get();
      }
      if (isOnlyOfAPlace(question)) {
        Answer told = texts.answer(question.withoutPay(), refusals(), suggestions);
        if (told instanceof Answer.Answered) {
          return told;
        }
      }
      return refusals().lacking(question, firstLacking);
    }
    missing.forEach(line -> draft.text(line, List.of()));
    return draft.answer(suggestions.afterPay(question, shown));
  }

  /** "Where does a welder earn the most?": amounts without a place are no answer. */
  private static boolean asksWherePayIsBest(Question question) {
    return (question.form() == Form.HIGHEST || question.form() == Form.LOWEST)
        && question.mentions().size() == 1
        && !question.mentions().getFirst().isAmbiguous()
        && question.limits().isNone()
        && question.rest().isEmpty()
        && TextAnswers.preferred(question.mentions().getFirst()).pay().stream()
            .allMatch(fact -> fact.subject().place().isEmpty())
        && ASKS_PLACES.matcher(question.text()).find();
  }

  /** "Which cities pay above average": what is told of places where none is named. */
  private Optional<Answer> byPlace(Question question) {
    if (!question.limits().places().isEmpty() || !ASKS_PLACES.matcher(question.text()).find()) {
      return Optional.empty();
    }
    var draft = new Draft(knowledge);
    List<Fact.Pay> shown = new ArrayList<>();
    for (Mention mention : question.mentions()) {
      Job job = TextAnswers.preferred(mention);
      List<Fact.Pay> rows =
          PaySelector.ofOneStatistic(
              job.pay().stream().filter(fact -> fact.subject().place().isPresent()).toList(),
              question.limits().statistic());
      if (rows.size() > 1) {
        List<Fact.Pay> best =
            PaySelector.ranked(samePeriod(rows, question.limits().period()), true).stream()
                .limit(MAX_PLACES)
                .toList();
        payOf(draft, job, best);
        shown.addAll(best);
      }
    }
    return draft.isEmpty()
        ? texts.placesThatPay(question, suggestions)
        : Optional.of(draft.answer(suggestions.afterPay(question, shown)));
  }

  /** "Columbus is the highest-paying city, yes?": what is told of the place that is. */
  private Optional<Answer> highestPlace(Question question) {
    return question.form() == Form.HIGHEST
            && !question.limits().places().isEmpty()
            && Dimension.PLACE.asked.matcher(question.text()).find()
        ? texts.placesThatPayMost(question, suggestions)
        : Optional.empty();
  }

  private static final int MAX_PLACES = 5;

  private static final String PLACE_WORDS =
      "cit(?:y|ies)|places?|locations?|states?|provinces?|regions?|countr(?:y|ies)|(?<!practice"
          + " )areas?|towns?|metros?|hubs";

  private static final Pattern ASKS_PLACES =
      Pattern.compile(
          "(?i)\\b(?:(?:which|what) (?:\\w+ )?(?:" + PLACE_WORDS + ")|where)\\b(?! (?:i|we)\\b)");

  /** "Is Asia a good place for …": a place beside a job, and other words than those of pay. */
  private static boolean isOnlyOfAPlace(Question question) {
    return !question.followUp()
        && !question.rest().isEmpty()
        && !question.limits().places().isEmpty()
        && question.limits().statistic().isEmpty()
        && question.limits().band().isEmpty()
        && !PayTerms.isPay(question.text());
  }

  private static final Pattern ASKS_KIND = Pattern.compile("(?i)\\b(?:jobs|roles|positions)\\b");

  /** "What do entry-level AI jobs pay": figures of a kind of jobs instead of one job. */
  private Optional<Answer> payOfKind(Question question) {
    boolean ofRole =
        question.mentions().stream()
            .flatMap(mention -> mention.jobs().stream())
            .anyMatch(job -> job.role().isPresent());
    if (ofRole || !ASKS_KIND.matcher(question.text()).find()) {
      return Optional.empty();
    }
    Set<String> asked = new LinkedHashSet<>(Words.canonical(question.text()));
    var draft = new Draft(knowledge);
    List<Fact.Pay> shown = new ArrayList<>();
    for (RoleDocument document : knowledge.documents()) {
      for (Fact fact : knowledge.facts(document.id())) {
        if (fact instanceof Fact.Pay pay
            && JobTitles.isKind(pay.subject().jobTitle())
            && asked.containsAll(JobName.of(pay.subject().jobTitle()).words())
            && question.limits().band().filter(band -> !PaySelector.isIn(pay, band)).isEmpty()) {
          if (shown.isEmpty()) {
            draft.heading(document.title());
          }
          draft.item(PayWords.said(pay, document.title()), List.of(pay.statement()));
          shown.add(pay);
        }
      }
    }
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(draft.answer(suggestions.afterPay(question, shown)));
  }

  private static boolean isNamed(Job job, String word) {
    return job.names().stream()
        .anyMatch(name -> name.words().contains(Words.canonical(word).getFirst()));
  }

  /** What a job pays in each of the places that a question names side by side. */
  private PaySelection sides(Job job, Question question, List<String> missing) {
    List<Place> places = question.limits().places();
    boolean beside = places.size() > 1 && places.stream().map(Place::kind).distinct().count() == 1;
    if (!beside) {
      return selector.select(job, question);
    }
    List<Fact.Pay> facts = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    for (Place place : places) {
      switch (selector.select(job, PaySelector.in(question, place))) {
        case Chosen found ->
            found.facts().stream().filter(fact -> !facts.contains(fact)).forEach(facts::add);
        case Lacking none -> lacking.add("The documents give no " + none.lacking() + ".");
      }
    }
    if (facts.isEmpty()) {
      return selector.select(job, question);
    }
    missing.addAll(lacking);
    return new Chosen(facts);
  }

  /** Bonus and equity may be told as a share or in words instead of an amount. */
  private Optional<Answer> otherPay(Question question) {
    if (!question.limits().places().isEmpty()) {
      return texts.aboutPlaces(question, suggestions);
    }
    Optional<Measure> measure = question.limits().measure();
    if (measure.isEmpty() || (measure.get() != Measure.BONUS && measure.get() != Measure.EQUITY)) {
      return Optional.empty();
    }
    return texts.aboutPay(question, measure.get(), suggestions);
  }

  private void payOf(Draft draft, Job job, List<Fact.Pay> facts) {
    String heading = heading(job, facts);
    draft.heading(heading);
    Set<Statement> said = new LinkedHashSet<>();
    for (Fact.Pay fact : facts) {
      boolean alone =
          facts.stream().filter(f -> f.statement().equals(fact.statement())).count()
              == figuresIn(fact.statement());
      boolean quotable =
          fact.statement().cells().isEmpty() && fact.statement().text().length() <= 180 && alone;
      if (quotable) {
        if (said.add(fact.statement())) {
          draft.item(fact.statement().text(), List.of(fact.statement()));
        }
      } else {
        draft.item(lines.line(fact, job.title(), heading), List.of(fact.statement()));
      }
    }
  }

  private static long figuresIn(Statement statement) {
    return Figures.in(statement.text()).stream()
        .filter(figure -> figure.kind() == Figure.Kind.MONEY)
        .count();
  }

  private String heading(Job job, List<Fact.Pay> facts) {
    List<String> of = new ArrayList<>();
    selector.market(facts.getFirst()).ifPresent(of::add);
    OptionalInt year = facts.getFirst().year();
    year.ifPresent(y -> of.add(String.valueOf(y)));
    return job.title() + (of.isEmpty() ? "" : " (" + String.join(", ", of) + ")");
  }

  /** A wrong figure in the question is said to be wrong before the documented one is given. */
  private void sayPremise(Draft draft, Question question, Map<Job, List<Fact.Pay>> chosen) {
    List<Figure> asked =
        Figures.in(question.text()).stream().filter(f -> f.kind() == Figure.Kind.MONEY).toList();
    if (asked.isEmpty() || chosen.isEmpty()) {
      return;
    }
    boolean stated =
        asked.stream()
            .allMatch(figure ->
                chosen.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(fact -> states(fact, figure)));
    draft.text(
        stated ? "Yes, the documents say so:" : "The documents do not say that. What they say:",
        List.of());
  }

  private static boolean states(Fact.Pay fact, Figure figure) {
    double asked = figure.value().low().orElse(figure.value().high().orElse(0));
    return Math.abs(fact.amount().low().orElse(-1) - asked) < 0.5
        || Math.abs(fact.amount().high().orElse(-1) - asked) < 0.5;
  }

  private void sayHighest(Draft draft, Question question, Map<Job, List<Fact.Pay>> chosen) {
    if (chosen.size() < 2) {
      return;
    }
    Comparator<Map.Entry<Job, List<Fact.Pay>>> byPay =
        Orders.byDouble(entry -> entry.getValue().getFirst().amount().middle());
    boolean highest = question.form() == Form.HIGHEST;
    var first = chosen.entrySet().stream().max(highest ? byPay : byPay.reversed()).orElseThrow();
    boolean comparable =
        chosen.values().stream()
            .map(List::getFirst)
            .allMatch(f ->
                f.period() == first.getValue().getFirst().period()
                    && f.currency().equals(first.getValue().getFirst().currency()));
    if (comparable) {
      draft.text(
          first.getKey().title()
              + (highest ? " comes out highest" : " comes out lowest")
              + " by these figures.",
          List.of());
    }
  }

  private enum Dimension {
    PLACE("(?i)\\b(?:where|" + PLACE_WORDS + ")\\b"),
    BAND("(?i)\\b(?:levels?|bands?|stages?|grades?|experience)\\b"),
    DETAIL(
        "(?i)\\b(?:where|industr(?:y|ies)|sectors?|employers?|compan(?:y|ies)|settings?|practice"
            + " areas?|facilit(?:y|ies)|speciali[sz]ations?|special(?:ty|ties)|branch(?:es)?|type|kinds?|unions?|licen[cs]es?)\\b");

    final Pattern asked;

    Dimension(String asked) {
      this.asked = Pattern.compile(asked);
    }
  }

  private static final Pattern RANK_CLAIM =
      Pattern.compile("(?i)\\b(?:highest|lowest|top|best|second|third)\\b");

  /** "Which city pays X most": the rows of one job in order. */
  private Optional<Answer> rankedWithin(Question question) {
    if ((question.form() != Form.HIGHEST && question.form() != Form.LOWEST)
        || question.mentions().size() != 1
        || question.mentions().getFirst().isAmbiguous()
        || question.limits().places().size() > 1) {
      return Optional.empty();
    }
    Job job = question.mentions().getFirst().jobs().getFirst();
    for (Dimension dimension : Dimension.values()) {
      if (!dimension.asked.matcher(question.text()).find()
          || (dimension == Dimension.BAND && question.limits().band().isPresent())) {
        continue;
      }
      List<Fact.Pay> rows =
          job.pay().stream()
              .filter(f ->
                  switch (dimension) {
                    case PLACE -> f.subject().place().isPresent();
                    case BAND -> f.subject().band().isPresent();
                    case DETAIL ->
                        !f.subject().detail().isEmpty()
                            && f.subject().place().isEmpty()
                            && f.subject().band().isEmpty();
                  })
              .filter(f ->
                  dimension == Dimension.BAND
                      || question
                          .limits()
                          .band()
                          .filter(band -> !PaySelector.isIn(f, band))
                          .isEmpty())
              .toList();
      if (dimension == Dimension.DETAIL) {
        rows = ofLongestList(rows);
      }
      rows = PaySelector.ofOneStatistic(rows, question.limits().statistic());
      if (rows.size() < 2) {
        continue;
      }
      var draft = new Draft(knowledge);
      String heading = heading(job, rows);
      draft.heading(heading);
      Set<Statement> said = new LinkedHashSet<>();
      List<Fact.Pay> compared = samePeriod(rows, question.limits().period());
      for (Fact.Pay fact : PaySelector.ranked(compared, question.form() == Form.HIGHEST)) {
        boolean claimsRank =
            fact.statement().cells().isEmpty()
                && RANK_CLAIM.matcher(fact.statement().text()).find();
        if ((said.isEmpty() || claimsRank) && said.add(fact.statement())) {
          boolean quotable =
              fact.statement().cells().isEmpty() && fact.statement().text().length() <= 180;
          draft.item(
              quotable ? fact.statement().text() : lines.line(fact, job.title(), heading),
              List.of(fact.statement()));
        }
      }
      return Optional.of(draft.answer(suggestions.afterPay(question, rows)));
    }
    return Optional.empty();
  }

  /** What a list or table tells apart, not what single lines add elsewhere. */
  private static List<Fact.Pay> ofLongestList(List<Fact.Pay> facts) {
    Map<List<String>, List<Fact.Pay>> lists = new LinkedHashMap<>();
    for (Fact.Pay fact : facts) {
      lists.computeIfAbsent(fact.statement().path(), _ -> new ArrayList<>()).add(fact);
    }
    return lists.values().stream()
        .max(
            Comparator.comparingLong(
                list -> list.stream().map(fact -> fact.subject().detail()).distinct().count()))
        .orElse(List.of());
  }

  /** The facts for the period asked, otherwise those for a year unless fewer rows tell it. */
  private static List<Fact.Pay> samePeriod(List<Fact.Pay> facts, Optional<Period> asked) {
    List<Fact.Pay> same =
        per(
            asked.filter(period -> !per(period, facts).isEmpty()).orElse(facts.getFirst().period()),
            facts);
    List<Fact.Pay> yearly = per(Period.YEAR, facts);
    return asked.isEmpty() && yearly.size() >= same.size() ? yearly : same;
  }

  private static List<Fact.Pay> per(Period period, List<Fact.Pay> facts) {
    return facts.stream().filter(fact -> fact.period() == period).toList();
  }

  private Answer payWithoutJob(Question question) {
    boolean ofNamed = OF_TWO.matcher(question.text()).find() || pointsAtOne(question);
    if (ofNamed && pointsAtNothing(question)) {
      return new Answer.Clarify("Which roles do you mean?", suggestions.pay());
    }
    if (BESIDE_OTHERS.matcher(question.text()).find() && !question.limits().places().isEmpty()) {
      Optional<Answer> beside = texts.aboutPlaces(question, suggestions);
      if (beside.isPresent()) {
        return beside.get();
      }
    }
    Optional<Answer> highest = highestPlace(question);
    if (highest.isPresent()) {
      return highest.get();
    }
    if (question.form() == Form.HIGHEST || question.form() == Form.LOWEST) {
      Optional<Answer> ranking = ranking(question);
      if (ranking.isPresent()) {
        return ranking.get();
      }
    }
    Optional<String> unknown =
        question.rest().stream()
            .filter(JobTitles::isHead)
            .filter(word -> knowledge.jobs().jobs().stream().noneMatch(job -> isNamed(job, word)))
            .findFirst();
    if (unknown.isPresent()) {
      return refusals().unknownJob(question.payOfUnknown(unknown.get()));
    }
    Optional<Answer> several = ofSeveral(question);
    if (several.isPresent()) {
      return several.get();
    }
    if (!question.limits().places().isEmpty()
        && question.rest().isEmpty()
        && knownPlaces(question).isEmpty()) {
      return refusals()
          .lacking(
              question,
              new Lacking("pay in " + question.limits().places().getFirst().name(), List.of()));
    }
    boolean open =
        question.limits().isNone()
            || (question.limits().withoutBand().isNone() && !texts.areOfOneField());
    if (question.rest().isEmpty()
        && open
        && question.form() == Form.PLAIN
        && question.topics().stream().allMatch(topic -> topic == Topic.OVERVIEW)) {
      return new Answer.Clarify("Which role do you mean?", suggestions.pay());
    }
    return texts.answer(question, refusals(), suggestions);
  }

  /** "The salary for an officer", where several roles are some kind of officer. */
  private Optional<Answer> ofSeveral(Question question) {
    if (question.rest().size() != 1 || !JobTitles.isHead(question.rest().getFirst())) {
      return Optional.empty();
    }
    String word = question.rest().getFirst();
    String head = Words.canonical(word).getFirst();
    List<Job> roles =
        knowledge.jobs().jobs().stream()
            .filter(job -> job.role().isPresent())
            .filter(job ->
                job.names().stream()
                    .anyMatch(
                        name -> !name.words().isEmpty() && name.words().getLast().equals(head)))
            .toList();
    return roles.size() < 2
        ? Optional.empty()
        : Optional.of(clarify(question.aboutOnly(List.of(new Mention(word, roles, GUESSED)))));
  }

  private static final Pattern OF_TWO = Pattern.compile("(?i)\\bthe two\\b");

  /** Pay in a place beside that elsewhere: "above or below average in Chicago". */
  private static final Pattern BESIDE_OTHERS =
      Pattern.compile("(?i)\\b(?:above|below|higher|lower|better|worse|more|less)\\b");

  private List<Fact.Pay> knownPlaces(Question question) {
    List<Fact.Pay> facts = new ArrayList<>();
    for (Job job : knowledge.jobs().jobs()) {
      for (Fact.Pay fact : job.pay()) {
        if (fact.subject()
            .place()
            .filter(p -> question.limits().places().stream().anyMatch(q -> Places.same(q, p)))
            .isPresent()) {
          facts.add(fact);
        }
      }
    }
    return facts;
  }

  private static final int RANKED = 3;
  private static final int MAX_RANKED = 10;
  private static final Pattern TOP_FEW =
      Pattern.compile("(?i)\\b(?:top|highest|best|lowest) (\\d{1,2})\\b");

  /** "Which of these jobs pays most": the roles of the documents in order of their first figure. */
  private Optional<Answer> ranking(Question question) {
    Map<Job, List<Fact.Pay>> chosen = new LinkedHashMap<>();
    for (Job job : knowledge.jobs().jobs()) {
      if (!job.pay().isEmpty() && selector.select(job, question) instanceof Chosen found) {
        chosen.put(job, found.facts());
      }
    }
    Matcher first = TOP_FEW.matcher(question.text());
    int most = first.find() ? Math.clamp(Integer.parseInt(first.group(1)), 1, MAX_RANKED) : RANKED;
    boolean others = question.rest().stream().anyMatch(word -> !word.equals(String.valueOf(most)));
    if (chosen.size() < 2 || others) {
      return Optional.empty();
    }
    Comparator<Map.Entry<Job, List<Fact.Pay>>> byPay =
        Orders.byDouble(entry -> entry.getValue().getFirst().amount().middle());
    var leading = chosen.values().iterator().next().getFirst();
    List<Map.Entry<Job, List<Fact.Pay>>> ordered =
        chosen.entrySet().stream()
            .filter(e ->
                e.getValue().getFirst().period() == leading.period()
                    && e.getValue().getFirst().currency().equals(leading.currency()))
            .sorted(question.form() == Form.HIGHEST ? byPay.reversed() : byPay)
            .limit(most)
            .toList();
    var draft = new Draft(knowledge);
    draft.text(
        question.form() == Form.HIGHEST
            ? "By the figures in the documents these pay most:"
            : "By the figures in the documents these pay least:",
        List.of());
    List<Fact.Pay> shown = new ArrayList<>();
    for (var entry : ordered) {
      payOf(draft, entry.getKey(), entry.getValue().subList(0, 1));
      shown.addAll(entry.getValue());
    }
    return Optional.of(draft.answer(suggestions.afterPay(question, shown)));
  }

  /** What the documents ask for in typed facts: years of experience, levels of education. */
  private Optional<Answer> required(
      Question question, Topic topic, Class<? extends Fact> kind, String heading) {
    var draft = new Draft(knowledge);
    int most = question.mentions().size() > 1 ? 2 : 4;
    for (Mention mention : question.mentions()) {
      Job job = TextAnswers.preferred(mention);
      if (texts.asksUntold(question, job)) {
        continue;
      }
      List<Statement> statements =
          texts.statements(job).stream()
              .filter(s -> knowledge.facts(s).stream().anyMatch(fact -> isOf(fact, kind, job)))
              .sorted(Orders.byInt(s -> TextAnswers.rank(s, topic)))
              .toList();
      List<Statement> own =
          statements.stream().filter(s -> isLabelled(s, mention.wording())).toList();
      statements = (own.isEmpty() ? statements : own).stream().limit(most).toList();
      if (!statements.isEmpty()) {
        String title =
            texts.describes(job)
                ? job.title()
                : knowledge.documentOf(statements.getFirst()).title();
        draft.heading(title + ", " + heading);
        statements.forEach(s -> draft.item(TextAnswers.quote(s), List.of(s)));
      }
    }
    return draft.isEmpty()
        ? Optional.empty()
        : Optional.of(draft.answer(suggestions.after(question, topic)));
  }

  /** Whether a statement begins with the very title that was asked for. */
  private static boolean isLabelled(Statement statement, String wording) {
    String text = statement.text();
    int colon = text.indexOf(':');
    String label =
        !statement.cells().isEmpty()
            ? statement.cells().getFirst().text()
            : colon > 0 ? text.substring(0, colon) : "";
    return JobName.of(label).isSameAs(JobName.of(wording));
  }

  /** A row of a table about another job says nothing about this one. */
  static boolean isOf(Fact fact, Class<? extends Fact> kind, Job job) {
    boolean row = !fact.statement().cells().isEmpty();
    return kind.isInstance(fact)
        && (!row
            || fact.subject().isDocumentRole()
            || job.names().contains(JobName.of(fact.subject().jobTitle())));
  }
}
