package dev.rolewise.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolewise.bot.answer.Aspect;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.answer.Claim;
import dev.rolewise.bot.answer.Comparison;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.GroundingCheck;
import dev.rolewise.bot.answer.PayQuery;
import dev.rolewise.bot.answer.PayRow;
import dev.rolewise.bot.answer.PayRows;
import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.PayChart;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.DocumentFolders;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.EducationLevel;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every card, section, table and comparison of whole folders, figure by figure. */
class CommandsOverCorpusTest {
  private static final Path SEEDS = Path.of("../../shared/seeds");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*");
  private static final Pattern PERCENTILE = Pattern.compile("(\\d+)(?:st|nd|rd|th) percentile");
  private static final List<Aspect> ASPECTS = List.of(Aspect.values());

  /** Web pages, tables with several bands, other currencies and periods. */
  private static final Library PAGES =
      Corpus.library(
          KnowledgeBase.of(DocumentFolders.read(List.of(Path.of("src/test/resources/pages")))));

  private static final Library BUNDLED = Corpus.library(Corpus.KNOWLEDGE);

  @Test
  void showsOnlyFiguresThatTheCitedLineHolds_onEveryCard() {
    assertThat(unheldOnCards(BUNDLED)).isEmpty();
  }

  @Test
  void showsOnlyFiguresThatTheCitedLineHolds_inEverySection() {
    List<String> unheld = new ArrayList<>();

    for (RoleDocument role : BUNDLED.knowledge().documents()) {
      for (var section : Names.sections(role)) {
        String path = String.join(" › ", section.path());
        unheld.addAll(
            unheld(reply(new RoleCommand(), BUNDLED, "role", role.id(), "section", path), BUNDLED));
      }
    }

    assertThat(unheld).isEmpty();
  }

  @Test
  void showsOnlyFiguresThatTheCitedLineHolds_inEveryTable() {
    List<String> unheld = new ArrayList<>(unheld(reply(new SalaryCommand(), BUNDLED), BUNDLED));

    for (Job job : BUNDLED.knowledge().jobs().jobs()) {
      if (!job.pay().isEmpty()) {
        unheld.addAll(unheld(reply(new SalaryCommand(), BUNDLED, "job", job.title()), BUNDLED));
      }
    }

    assertThat(unheld).isEmpty();
  }

  @Test
  void showsOnlyFiguresThatTheCitedLineHolds_onChartsOfOneToFiveRoles() {
    List<String> wrong = new ArrayList<>();
    List<RoleDocument> roles = BUNDLED.knowledge().documents();

    for (int size = 1; size <= CompareCommand.MAX_ROLES; size++) {
      for (int from = 0; from < roles.size(); from++) {
        List<RoleDocument> drawn = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          drawn.add(roles.get((from + i) % roles.size()));
        }
        List<String> ids = drawn.stream().map(RoleDocument::id).toList();
        Outcome outcome =
            new ChartCommand().run(new Call(Map.of("roles", ids), Conversation.NEW), BUNDLED);
        if (outcome instanceof Outcome.Replied(var reply, _, _, _)) {
          wrong.addAll(unheld(reply, BUNDLED));
          wrong.addAll(strayBars(reply, drawn));
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  /** Bars that cite another document than their role's, and roles of which nothing is said. */
  private static List<String> strayBars(Reply reply, List<RoleDocument> drawn) {
    List<String> stray = new ArrayList<>();
    List<Citation> citations = reply.citations();
    List<String> said = new ArrayList<>();
    for (Block block : reply.blocks()) {
      switch (block) {
        case Block.Image(var chart, _) -> {
          for (PayChart.Group group : chart.groups()) {
            said.add(group.role());
            RoleDocument role =
                drawn.stream()
                    .filter(one -> one.title().equals(group.role()))
                    .findFirst()
                    .orElseThrow();
            for (PayChart.Bar bar : group.bars()) {
              List<Integer> cited = new ArrayList<>();
              bar.span().ifPresent(span -> cited.add(span.citation()));
              bar.mark().ifPresent(mark -> cited.add(mark.citation()));
              cited.removeIf(n -> citations.get(n - 1).document().equals(role.id()));
              cited.forEach(n -> stray.add(role.id() + " draws " + citations.get(n - 1)));
            }
          }
        }
        case Block.Note(var words) -> said.add(words);
        default -> {}
      }
    }
    for (RoleDocument role : drawn) {
      if (said.stream().noneMatch(words -> words.contains(role.title()))) {
        stray.add(role.id() + " is missing");
      }
    }
    return stray;
  }

  @Test
  void givesEachRoleItsOwnCells_andOnlyHeldFigures_forEveryPair() {
    List<String> wrong = comparePairs(BUNDLED);

    assertThat(wrong).isEmpty();
    assertThat(pairs(BUNDLED)).isEqualTo(36);
  }

  @Test
  void holdsOverTheRawSourcesToo() {
    assumeTrue(Files.isDirectory(SEEDS));
    Library seeds = Corpus.library(KnowledgeBase.of(DocumentFolders.read(List.of(SEEDS))));

    assertThat(unheldOnCards(seeds)).isEmpty();
    assertThat(comparePairs(seeds)).isEmpty();
    assertThat(seeds.knowledge().documents())
        .allSatisfy(role ->
            assertThat(reply(new RoleCommand(), seeds, "role", role.id()).blocks().stream())
                .extracting(block -> block instanceof Block.Heading h ? h.text() : "")
                .contains("Top responsibilities", "Requirements"));
  }

  @Test
  void holdsOverPagesOfOtherFormsAndCurrenciesToo() {
    List<String> wrong = new ArrayList<>(unheldOnCards(PAGES));
    for (RoleDocument role : PAGES.knowledge().documents()) {
      wrong.addAll(unheld(reply(new SalaryCommand(), PAGES, "role", role.id()), PAGES));
      wrong.addAll(unheld(reply(new ChartCommand(), PAGES, "roles", role.id()), PAGES));
    }
    wrong.addAll(comparePairs(PAGES));

    assertThat(wrong).isEmpty();
  }

  @Test
  void countsOnCardsAsManyMoreFigures_asTheNamedCommandPrints() {
    List<String> wrong = new ArrayList<>();
    List<Library> libraries = new ArrayList<>(List.of(BUNDLED, PAGES));
    if (Files.isDirectory(SEEDS)) {
      libraries.add(Corpus.library(KnowledgeBase.of(DocumentFolders.read(List.of(SEEDS)))));
    }

    int counted = 0;
    for (Library library : libraries) {
      for (RoleDocument role : library.knowledge().documents()) {
        int shown = 0;
        Optional<Matcher> more = Optional.empty();
        boolean isPay = false;
        for (Block block : reply(new RoleCommand(), library, "role", role.id()).blocks()) {
          isPay = block instanceof Block.Heading(var words, _) ? words.startsWith("Pay") : isPay;
          shown += isPay && block instanceof Block.Item ? 1 : 0;
          if (block instanceof Block.Note(var words) && words.contains("salary --role")) {
            more = Optional.of(MORE.matcher(words)).filter(Matcher::find);
          }
        }
        if (more.isPresent()) {
          int all = shown + Integer.parseInt(more.get().group(1));
          long printed =
              reply(new SalaryCommand(), library, "role", role.id()).blocks().stream()
                  .filter(Block.Table.class::isInstance)
                  .mapToLong(table -> ((Block.Table) table).rows().size())
                  .sum();
          counted++;
          if (printed != all) {
            wrong.add(role.id() + " prints " + printed + " of " + all);
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(counted).isGreaterThan(9);
  }

  @Test
  void printsARow_forEveryFigureOfPayThatADocumentGives() {
    List<String> missing = new ArrayList<>();

    for (Library library : List.of(BUNDLED, PAGES)) {
      for (RoleDocument role : library.knowledge().documents()) {
        List<PayRow> rows = rows(role, library);
        for (Fact fact : library.knowledge().facts(role.id())) {
          if (fact instanceof Fact.Pay pay
              && rows.stream()
                  .noneMatch(row ->
                      row.fact().statement().equals(pay.statement())
                          && row.fact().amount().equals(pay.amount()))) {
            missing.add(role.id() + " lacks " + pay.wording());
          }
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void givesNoAmountWhatItsLineSaysOfAnother() {
    List<String> wrong = new ArrayList<>();

    int judged = 0;
    for (Library library : List.of(BUNDLED, PAGES)) {
      for (RoleDocument role : library.knowledge().documents()) {
        for (PayRow row : rows(role, library)) {
          if (row.fact().statement().cells().isEmpty()) {
            judged++;
            String own = ownWords(row.fact()).toLowerCase(Locale.ROOT);
            String told = (row.limits() + " " + row.what()).toLowerCase(Locale.ROOT);
            boolean isOld = OLD.matcher(own).find();
            Optional<String> period =
                PERIOD.matcher(row.amount()).results().map(MatchResult::group).findFirst();
            boolean isOtherPeriod =
                period.isPresent() && PERIOD.matcher(own).find() && !own.contains(period.get());
            boolean isOtherJob =
                !row.fact().subject().isDocumentRole()
                    && !JobTitles.in(own).isEmpty()
                    && Words.of(own).stream()
                        .map(Words::singular)
                        .noneMatch(JobName.of(row.job()).words()::contains);
            boolean isOtherRank =
                RANK.matcher(row.job()).find() && !own.contains(row.job().toLowerCase(Locale.ROOT));
            boolean isNoPay =
                NO_PAY.matcher(told).find() && (LABELLED_PAY.matcher(own).find() || isOld);
            if (isOtherPeriod
                || isOtherJob
                || isOtherRank
                || isNoPay
                || told.contains("out of date") != isOld) {
              wrong.add(role.id() + ": " + row.label() + ": " + row.amount() + " in: " + own);
            }
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(judged).isGreaterThan(20);
  }

  @Test
  void labelsNoAmountWithWhatItsLineOrColumnSaysOtherwise() {
    List<String> wrong = new ArrayList<>();

    int judged = 0;
    for (Library library : List.of(BUNDLED, PAGES)) {
      for (RoleDocument role : library.knowledge().documents()) {
        for (PayRow row : rows(role, library)) {
          String own = ownLabel(row.fact()).toLowerCase(Locale.ROOT).replace("basic", "base");
          String before = own + " " + inFront(row.fact()).toLowerCase(Locale.ROOT);
          String told = row.label().toLowerCase(Locale.ROOT);
          judged++;
          for (String word : LABELS) {
            boolean isOwn = own.contains(word);
            boolean isOfAnother = !isOwn && LABELS.stream().anyMatch(own::contains);
            boolean isSaid =
                before.contains(word) || (word.equals("total") && COUNTED.matcher(before).find());
            if (told.contains(word) && (isOfAnother || !isSaid)) {
              wrong.add(role.id() + " is not " + word + ": " + row.label() + " in: " + own);
            }
          }
          Matcher years = YEARS_OF_WORK.matcher(told);
          if (years.find() && !before.contains(years.group(1))) {
            wrong.add(role.id() + " is of no years: " + row.label() + " in: " + own);
          }
          Optional<Place> place = row.fact().subject().place();
          String line = own + " " + inFront(row.fact()) + " " + row.fact().statement().cells();
          if (place.isPresent()
              && !line.toLowerCase(Locale.ROOT)
                  .contains(place.get().name().toLowerCase(Locale.ROOT))
              && Places.in(line).stream().noneMatch(f -> Places.same(f.place(), place.get()))) {
            wrong.add(role.id() + " is not of " + place.get() + ": " + row.label());
          }
          years = YEARS_OF_WORK.matcher(own);
          if (years.find() && !told.contains(years.group(1))) {
            wrong.add(role.id() + " is of years: " + row.label() + " in: " + own);
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(judged).isGreaterThan(100);
  }

  /** Pay in which all parts are counted is a total. */
  private static final Pattern COUNTED = Pattern.compile("includ|package|counted");

  private static final List<String> LABELS = List.of("median", "average", "base", "total");
  private static final Pattern YEARS_OF_WORK = Pattern.compile("(\\d+)\\+? (?:or more )?years");

  /** What stands over and in front of an amount in its table, or around it in its sentence. */
  private static String ownLabel(Fact.Pay fact) {
    Statement statement = fact.statement();
    return statement.cells().stream()
        .filter(cell -> cell.text().contains(fact.wording()))
        .findFirst()
        .map(Cell::header)
        .orElseGet(() -> ownWords(fact));
  }

  /** What may hold for an amount too: heading, introduction, column and beginning of its line. */
  private static String inFront(Fact.Pay fact) {
    Statement statement = fact.statement();
    List<String> texts = new ArrayList<>(statement.path());
    texts.addAll(statement.lead());
    statement.cells().stream().limit(1).map(Cell::text).forEach(texts::add);
    texts.add(statement.text().substring(0, Math.max(0, firstAmount(statement.text()))));
    return String.join(" ", texts);
  }

  private static int firstAmount(String text) {
    return Figures.in(text).stream()
        .filter(figure -> figure.kind() == Figure.Kind.MONEY)
        .mapToInt(Figure::start)
        .min()
        .orElse(0);
  }

  private static final Pattern OLD =
      Pattern.compile(
          "previous figure|old rate|out of date|\\bup from\\b|no longer|pre-20\\d\\d rate");
  private static final Pattern PERIOD = Pattern.compile("\\b(?:hour|day|week|month|year)\\b");
  private static final Pattern RANK = Pattern.compile("management|leadership|executives");
  private static final Pattern NO_PAY = Pattern.compile("\\b(?:benefit|cost|grant)$");
  private static final Pattern LABELLED_PAY =
      Pattern.compile("\\b(?:salary|wage|pay)\\b[^:]*:|fee:");

  /** The words of a line from the amount in front of one to the amount behind it. */
  private static String ownWords(Fact.Pay fact) {
    String text = fact.statement().text();
    int start = text.indexOf(fact.wording());
    int from = 0;
    int to = text.length();
    for (Figure figure : Figures.in(text)) {
      if (figure.kind() == Figure.Kind.MONEY && figure.end() <= start) {
        from = figure.end();
      } else if (figure.kind() == Figure.Kind.MONEY
          && figure.start() >= start + fact.wording().length()) {
        to = Math.min(to, figure.start());
      }
    }
    int comma = text.indexOf(", ", start + fact.wording().length());
    return text.substring(from, comma > 0 && comma < to ? comma : to);
  }

  private static List<PayRow> rows(RoleDocument role, Library library) {
    return library.pay().rows(PayQuery.in(role)) instanceof PayRows.Found(var rows, _)
        ? rows
        : List.of();
  }

  private static final Pattern MORE = Pattern.compile("gives (\\d+) more figures?");

  @Test
  void callsOnlyThatTheSameOrTheMost_whichTypedFactsSay() {
    List<String> judged = new ArrayList<>();

    List<String> wrong = new ArrayList<>();
    for (Library library : List.of(BUNDLED, PAGES)) {
      List<RoleDocument> roles = library.knowledge().documents();
      for (int i = 0; i < roles.size(); i++) {
        for (RoleDocument other : roles.subList(i + 1, roles.size())) {
          Comparison comparison =
              library.comparisons().compare(List.of(roles.get(i), other), Aspect.COMPARED, 4);
          List<Claim> claims = new ArrayList<>(comparison.same());
          claims.addAll(comparison.different());
          for (Claim claim : claims) {
            Optional<Boolean> holds = holds(claim, comparison.roles(), library);
            holds.ifPresent(_ -> judged.add(claim.text()));
            holds.filter(held -> !held).ifPresent(_ -> wrong.add(claim.text()));
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(judged)
        .anyMatch(text -> text.contains("highest for"))
        .anyMatch(text -> text.contains("both name"))
        .anyMatch(text -> text.contains("the most years"));
  }

  /** Whether a statement about two roles follows from the facts it cites; empty if it says less. */
  private static Optional<Boolean> holds(Claim claim, List<RoleDocument> roles, Library library) {
    List<List<Fact>> sides = new ArrayList<>();
    for (RoleDocument role : roles) {
      sides.add(
          claim.statements().stream()
              .filter(statement -> statement.document().equals(role.id()))
              .flatMap(statement -> library.knowledge().facts(statement).stream())
              .toList());
    }
    String text = claim.text();
    if (text.contains(": highest for ")) {
      int first = text.contains(": highest for " + roles.get(0).title()) ? 0 : 1;
      return Optional.of(
          pairs(sides.get(first), sides.get(1 - first)).stream()
              .anyMatch(
                  pair -> pair.getFirst().amount().middle() > pair.getLast().amount().middle()));
    }
    if (text.endsWith(": the same for both")) {
      return Optional.of(
          pairs(sides.get(0), sides.get(1)).stream()
              .anyMatch(pair -> pair.getFirst().amount().equals(pair.getLast().amount())));
    }
    if (text.startsWith("Experience: the most years")) {
      int first = text.endsWith(" by " + roles.get(0).title()) ? 0 : 1;
      return Optional.of(least(sides.get(first)) > least(sides.get(1 - first)));
    }
    if (text.startsWith("Education: both name")) {
      Set<EducationLevel> shared = levels(sides.get(0));
      shared.retainAll(levels(sides.get(1)));
      return Optional.of(!shared.isEmpty());
    }
    return Optional.empty();
  }

  /** Figures of two sides that share currency, period and measure. */
  private static List<List<Fact.Pay>> pairs(List<Fact> one, List<Fact> other) {
    List<List<Fact.Pay>> pairs = new ArrayList<>();
    for (Fact left : one) {
      for (Fact right : other) {
        if (left instanceof Fact.Pay a
            && right instanceof Fact.Pay b
            && a.currency().equals(b.currency())
            && a.period() == b.period()
            && a.measure() == b.measure()) {
          pairs.add(List.of(a, b));
        }
      }
    }
    return pairs;
  }

  private static double least(List<Fact> facts) {
    return facts.stream()
        .filter(Fact.Experience.class::isInstance)
        .mapToDouble(fact -> ((Fact.Experience) fact).years().low().orElse(0))
        .min()
        .orElse(-1);
  }

  private static Set<EducationLevel> levels(List<Fact> facts) {
    Set<EducationLevel> levels = new HashSet<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Education education) {
        levels.addAll(education.levels());
      }
    }
    return levels;
  }

  private static List<String> unheldOnCards(Library library) {
    List<String> unheld = new ArrayList<>();
    for (RoleDocument role : library.knowledge().documents()) {
      unheld.addAll(unheld(reply(new RoleCommand(), library, "role", role.id()), library));
    }
    return unheld;
  }

  private static int pairs(Library library) {
    int roles = library.knowledge().documents().size();
    return roles * (roles - 1) / 2;
  }

  private static List<String> comparePairs(Library library) {
    List<RoleDocument> roles = library.knowledge().documents();
    List<String> topics = ASPECTS.stream().map(Aspect::id).toList();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      for (int j = i + 1; j < roles.size(); j++) {
        List<RoleDocument> pair = List.of(roles.get(i), roles.get(j));
        Reply reply =
            reply(
                new CompareCommand(),
                library,
                Map.of("roles", pair.stream().map(RoleDocument::id).toList(), "topic", topics));
        wrong.addAll(unheld(reply, library));
        wrong.addAll(strayCells(reply, pair, library));
      }
    }
    return wrong;
  }

  /** Cells that cite another document than their role's, or are empty though it has something. */
  private static List<String> strayCells(Reply reply, List<RoleDocument> pair, Library library) {
    List<String> stray = new ArrayList<>();
    List<Citation> citations = reply.citations();
    for (Block block : reply.blocks()) {
      if (!(block instanceof Block.Comparison comparison)) {
        continue;
      }
      for (Aspect aspect : ASPECTS) {
        List<Block.Comparison.Topic> rows =
            comparison.topics().stream()
                .filter(topic -> topic.name().equals(aspect.label()))
                .toList();
        for (int side = 0; side < pair.size(); side++) {
          RoleDocument role = pair.get(side);
          List<Block.Item> cell = rows.isEmpty() ? List.of() : rows.getFirst().cells().get(side);
          boolean isAlone = library.profiles().about(role, aspect, 1).isEmpty();
          if (cell.isEmpty() != isAlone) {
            stray.add(role.id() + " " + aspect + ": starved");
          }
          for (Block.Item item : cell) {
            for (int mark : item.marks()) {
              if (!citations.get(mark - 1).document().equals(role.id())) {
                stray.add(role.id() + " " + aspect + ": " + item.text());
              }
            }
          }
        }
      }
    }
    return stray;
  }

  // ---- an own look at figures, beside that of the program

  /** Texts of a reply with a number that no line they cite holds. */
  private static List<String> unheld(Reply reply, Library library) {
    List<String> unheld = new ArrayList<>();
    List<Citation> citations = reply.citations();
    var check = new GroundingCheck(library.knowledge());
    for (Text text : texts(reply)) {
      Set<String> held = new HashSet<>();
      for (int mark : text.marks()) {
        held.addAll(numbersAround(citations.get(mark - 1)));
      }
      Matcher percentile = PERCENTILE.matcher(text.words());
      if (percentile.find()
          && held.contains(String.valueOf(100 - Integer.parseInt(percentile.group(1))))) {
        // "the top ten percent" begin at the 90th percentile
        held.add(percentile.group(1));
      }
      for (String number : numbers(text.words())) {
        boolean isPartOfName =
            library.knowledge().documents().stream()
                .anyMatch(role -> numbers(role.title()).contains(number));
        if (!held.contains(number) && !isPartOfName) {
          unheld.add(number + " in: " + text.words());
        }
      }
      unheld.addAll(misread(text, citations));
      if (!text.marks().isEmpty()
          && !check.holds(
              new Sentence(Sentence.Form.ITEM, text.words(), text.marks()), citations)) {
        unheld.add("refused by the check: " + text.words());
      }
    }
    return unheld;
  }

  /**
   * @param job the job that a table names over or in front of it, else empty
   */
  private record Text(String words, List<Integer> marks, String job) {
    Text(String words, List<Integer> marks) {
      this(words, marks, "");
    }
  }

  /** What words beside an amount mean, and how a source may say it. */
  private static final Map<Pattern, Pattern> MEANINGS =
      Map.ofEntries(
          meaning("median", "median|50th|middle|half"),
          meaning("average", "average|mean\\b"),
          meaning("typical", "typical|usual|normal"),
          meaning("top earners", "top|highest|best"),
          meaning("base salary", "base|basic|fixed"),
          meaning("total compensation", "total|package|includ|counted|overall|all-in"),
          meaning("bonus", "bonus|commission|incentive|profit"),
          meaning("(?:an|per) hour|hourly", "hour|/hr|/h\\b"),
          meaning("(?:a|per) month|monthly", "month"),
          meaning("(?:a|per) week", "week"),
          meaning("£|GBP", "£|GBP|pound"),
          meaning("€|EUR", "€|EUR"),
          meaning("₹|INR", "₹|INR"));

  private static final Pattern MONEY = Pattern.compile("[$£€₹]\\s?\\d|\\b[A-Z]{3} \\d");

  private static Map.Entry<Pattern, Pattern> meaning(String said, String written) {
    return Map.entry(Pattern.compile("(?i)" + said), Pattern.compile("(?i)" + written));
  }

  /**
   * Measure, period or currency that no cited line says, and jobs a cited line is about instead.
   */
  private static List<String> misread(Text text, List<Citation> citations) {
    List<String> misread = new ArrayList<>();
    if (text.marks().isEmpty() || !MONEY.matcher(text.words()).find()) {
      return misread;
    }
    List<Citation> cited = text.marks().stream().map(mark -> citations.get(mark - 1)).toList();
    String around = String.join("\n", cited.stream().map(c -> around(c)).toList());
    MEANINGS.forEach((said, written) -> {
      if (said.matcher(text.words()).find() && !written.matcher(around).find()) {
        misread.add("no source says '" + said + "' of: " + text.words());
      }
    });
    for (Citation citation : cited) {
      List<String> lower =
          JobTitles.in(citation.statement().text()).stream()
              .map(found -> found.title().toLowerCase(Locale.ROOT))
              .toList();
      boolean isOfRole =
          lower.isEmpty()
              || lower.stream().anyMatch(job -> shares(job, citation.title()))
              || lower.stream().anyMatch(job -> shares(job, text.words() + " " + text.job()));
      if (!isOfRole) {
        misread.add("of " + lower + ", not of " + citation.title() + ": " + text.words());
      }
    }
    return misread;
  }

  private static boolean shares(String job, String words) {
    Set<String> own = new HashSet<>(Words.canonical(job));
    own.retainAll(Words.canonical(words));
    return !own.isEmpty();
  }

  private static String around(Citation citation) {
    Statement statement = citation.statement();
    List<String> around = new ArrayList<>(statement.lead());
    around.addAll(statement.path());
    around.add(statement.text());
    statement.cells().forEach(cell -> around.add(cell.header() + " " + cell.text()));
    return String.join("\n", around);
  }

  private static List<Text> texts(Reply reply) {
    List<Text> texts = new ArrayList<>();
    String heading = "";
    for (Block block : reply.blocks()) {
      switch (block) {
        case Block.Heading(var words, var marks) -> {
          heading = words;
          if (!marks.isEmpty()) {
            texts.add(new Text(words, marks));
          }
        }
        case Block.Paragraph(var words, var marks) -> texts.add(new Text(words, marks));
        case Block.Item(var words, var marks) -> texts.add(new Text(words, marks));
        case Block.Table(var header, var rows) -> {
          // The job heads its rows, as it does where the program checks them.
          int first = header.getFirst().equals("Job") ? 1 : 0;
          String over = heading;
          rows.forEach(row ->
              texts.add(
                  new Text(
                      sentence(row.cells().subList(first, row.cells().size())),
                      row.marks(),
                      first == 0 ? over : row.cells().getFirst())));
        }
        case Block.Comparison(_, var topics) ->
            topics.forEach(topic ->
                topic
                    .cells()
                    .forEach(cell ->
                        cell.forEach(item -> texts.add(new Text(item.text(), item.marks())))));
        case Block.Image(var chart, _) -> {
          for (PayChart.Bar bar : chart.bars()) {
            bar.span()
                .ifPresent(span -> texts.add(new Text(span.wording(), List.of(span.citation()))));
            bar.mark()
                .ifPresent(mark -> texts.add(new Text(mark.wording(), List.of(mark.citation()))));
          }
        }
        default -> {}
      }
    }
    return texts;
  }

  private static String sentence(List<String> cells) {
    return String.join(", ", cells.stream().filter(cell -> !cell.isEmpty()).toList());
  }

  private static Set<String> numbersAround(Citation citation) {
    Statement statement = citation.statement();
    Set<String> numbers = new HashSet<>(numbers(statement.text()));
    statement.path().forEach(heading -> numbers.addAll(numbers(heading)));
    statement.lead().forEach(lead -> numbers.addAll(numbers(lead)));
    for (Cell cell : statement.cells()) {
      numbers.addAll(numbers(cell.header()));
    }
    citation.asOf().ifPresent(year -> numbers.add(String.valueOf(year)));
    return numbers;
  }

  private static Set<String> numbers(String text) {
    Set<String> numbers = new HashSet<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(matcher.group().replace(",", "").replaceAll("\\.+$", ""));
    }
    return numbers;
  }

  private static Reply reply(Command command, Library library, String... namesAndValues) {
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
    }
    return reply(command, library, values);
  }

  private static Reply reply(Command command, Library library, Map<String, List<String>> values) {
    Outcome outcome = command.run(new Call(values, Conversation.NEW), library);
    assertThat(outcome)
        .as("%s %s", command.usage().name(), values)
        .isInstanceOf(Outcome.Replied.class);
    return ((Outcome.Replied) outcome).reply();
  }
}
