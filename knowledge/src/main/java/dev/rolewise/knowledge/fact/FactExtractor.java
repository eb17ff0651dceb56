package dev.rolewise.knowledge.fact;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Currencies;
import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import dev.rolewise.knowledge.document.Years;
import dev.rolewise.knowledge.fact.Fact.Market.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the facts from the statements of a document.
 *
 * <p>What a figure is about is looked for from near to far: in the words around it, in the heading
 * of its column and the label of its row, in what introduces the list or table, in the headings
 * from the innermost outwards, and last in the document itself.
 */
public final class FactExtractor {
  private static final double MOST_PAY = 20_000_000;
  private static final Pattern STRONG_PAY =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:salar(?:y|ies)|pay|pays|paid|wages?|earn(?:s|ed|ing|ings|ers?)?|compensation|remuneration|income|bonus(?:es)?|ote|(?:takes?|took)[-"
              + " ]home|gross|"
              + PayTerms.GERMAN
              + ")(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_PAY_COLUMN =
      Pattern.compile(
          "\\br?se\\b|\\b(?:noc|soc|isco|empl)\\b|standard"
              + " error|employment|employed|number|jobs|openings|workers|headcount|change|growth|outlook|%|percent(?!ile)"
              + "|share|\\brank\\b|quotient|\\bhours\\b|population|importance|\\bage\\b|\\bcode|years?$|vacanc|\\bdays\\b|score|group|\\bno\\.|experience|projected|\\b20[3-9]\\d\\b|seats|credits",
          Pattern.CASE_INSENSITIVE);

  /** "Number of jobs, 2023", "Employment": the label of a count, whatever stands above it. */
  private static final Pattern NAMES_COUNT =
      Pattern.compile(
          "(?i)(?:total |overall )?(?:number|no\\.|count) of\\b.*"
              + "|(?:(?:total|projected|current|annual|new|numeric|net|estimated|people|persons"
              + "|workers|staff|employees|job|survey|sample)\\s)*(?:jobs?|employ(?:ment|ed|ees)|workers|people|persons|head"
              + " ?count|workforce|vacanc(?:y|ies)|openings|postings|adverts?|respondents|responses|sample(?:"
              + " size)?|surveyed|establishments|practitioners|job ?holders|population)(?:"
              + " (?:change|growth|openings|level|size|employed|working|surveyed|filled))*(?:[,:]?"
              + " \\(?(?:in |per |a |each )?(?:(?:19|20)\\d\\d.*|year|month|annually)\\)?)?");

  private static final Pattern THOUSANDS =
      Pattern.compile(
          "(?:in )?thousands?|\\$?000s|(?:\\p{Sc}|\\b\\p{Lu}{3}) ?['’]?000\\b|[$€£]k\\b|\\(k\\)|in"
              + " k\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PAY_COLUMN =
      Pattern.compile(
          "wage|salar|pay\\b|earn|compensation|percentile|median|mean\\b|average|hourly|annual|yearly|monthly|per"
              + " hour|per month|per year|per"
              + " week|bonus|equity|base|total|low\\b|high\\b|min\\b|max\\b|starting"
              + "|\\$|€|£|usd|eur|gbp|cad|chf|pln|aud|nzd|rate|10%|25%|75%|90%|p10|p25|p50|p75|p90",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TITLE_COLUMN =
      Pattern.compile(
          "^(?:(?:common )?occupations?|job(?: title)?s?|roles?|titles?|positions?|careers?"
              + "|profession|similar occupations?|related (?:occupations?|jobs?|roles?)|job"
              + " role|ranks?|classifications?|trades?|crafts?|designations?|posts?|position"
              + " titles?|(?:occupation|job|role|position|career|trade)[ _](?:id|name|title)"
              + "|(?:ausbildungs)?berufe?|berufsbezeichnung)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EXPERIENCE =
      Pattern.compile(
          "experience|hands[- ]on|background|worked|track record|in (?:a"
              + " )?(?:similar|related)|practice|yoe",
          Pattern.CASE_INSENSITIVE);

  /**
   * Nobody is paid less for a year, in whatever currency; a document that says so is not quoted.
   */
  private static final double MIN_YEARLY_PAY = 300;

  /** Amounts of one job differ by less for the same period. */
  private static final double MAX_FACTOR = 6;

  private static final Pattern GROWTH =
      Pattern.compile(
          "grow|growth|cagr|increas|rise|rising|declin|decreas|outlook|expand|boost|higher|faster|drop|fall|shrink|change|up"
              + " by|jump",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern YEARLY =
      Pattern.compile(
          "cagr|annual(?:ly)?|a year|per year|each year|yearly|compound", Pattern.CASE_INSENSITIVE);
  private static final Pattern SECTION_WITHOUT_MEANING =
      Pattern.compile(
          "(?i)\\b(?:salar(?:y|ies)|pay|yearly|wages?|earnings?|compensation|ranges?|estimates?|overview|summary"
              + "|base|total|typical|average|detailed|breakdown|benefits?|annual|annually|hourly|weekly|monthly|daily|week|market|us|u\\.s|"
              + "usa|20\\d\\d|19\\d\\d|and|the|in|for|of|a|an|by|what|you|ll|can|expect|to|how|much|do|does|make"
              + "|earn|about|this|section|quick|facts?|key|figures?|at|glance|expectations?|median|scales?|per"
              + "|year|hour|month|money|income|rewards?|information|data|details?|on|with|is|are|may|your|will"
              + "|current|levels?|given|called|stated|listed|can|when|included|counted|values?|amounts?|details|package|structure|s|statistics?|numbers?|tables?|recommended|duties|tasks|responsibilities|profile|role|job|career|jobs"
              + "|trends|outlook|demand|work|conditions|hours|scale|rates?|national|state|snapshot|main|general|occupation|occupational|employment|oes|shown|updated|effect|effective|were|as|at|from|(?:first|second|third|fourth)"
              + " quarter|selected|states|cities|regions|provinces|cad|january"
              + "|february|march|april|may|june|july|august|september|october|november|december)\\b");

  private final RoleDocument document;
  private final List<JobName> roleNames = new ArrayList<>();
  private final Set<JobName> otherTitles = new HashSet<>();
  private final Map<JobName, String> joined = new LinkedHashMap<>();
  private final Currency currency;
  private final Currency dollar;
  private final Optional<Period> ofAll;
  private final DocumentPlaces places;
  private final Map<Period, List<Double>> amounts = new EnumMap<>(Period.class);

  private FactExtractor(RoleDocument document) {
    this.document = document;
    JointTitle.parts(document.title()).forEach(part -> joined.put(JobName.of(part), part));
    roleNames.add(JobName.of(document.title()));
    document.aliases().forEach(alias -> roleNames.add(JobName.of(alias)));
    if (joined.isEmpty()) {
      JobTitles.in(document.title()).stream()
          .limit(1)
          .forEach(found -> roleNames.add(JobName.of(found.title())));
    }
    if (JobTitles.whole(document.id().replace('-', ' ')).isPresent()) {
      roleNames.add(JobName.of(document.id().replace('-', ' ')));
    }
    currency = document.currency().orElse(Currencies.UNTOLD);
    dollar = Currencies.isDollar(currency) ? currency : Currency.getInstance("USD");
    ofAll = periodOfAll(document);
    places = new DocumentPlaces(document);
    for (Section section : document.allSections()) {
      JobTitles.whole(section.heading()).map(JobName::of).ifPresent(otherTitles::add);
      for (Statement statement : section.statements()) {
        JobTitles.whole(label(statement.text())).map(JobName::of).ifPresent(otherTitles::add);
        addLabel(statement);
        statement
            .lead()
            .forEach(
                lead -> JobTitles.whole(strip(lead)).map(JobName::of).ifPresent(otherTitles::add));
      }
    }
    for (Section section : document.allSections()) {
      addOtherRows(section.statements());
    }
    otherTitles.removeIf(title -> roleNames.stream().anyMatch(role -> role.isSameAs(title)));
  }

  /** "Engineers" in a table that has a row for "Civil engineers" are others. */
  private void addOtherRows(List<Statement> statements) {
    List<JobName> rows = new ArrayList<>();
    for (Statement statement : statements) {
      if (!statement.cells().isEmpty()) {
        JobTitles.whole(statement.cells().getFirst().text()).map(JobName::of).ifPresent(rows::add);
      } else {
        JobTitles.whole(label(statement.text())).map(JobName::of).ifPresent(rows::add);
      }
    }
    if (rows.stream().anyMatch(row -> row.isSameAs(roleNames.getFirst()))) {
      otherTitles.addAll(rows);
    }
  }

  /** Rows of a page on several jobs are named after each of them: "Web interface designers". */
  private void addLabel(Statement statement) {
    if (!joined.isEmpty() && !statement.cells().isEmpty() && !isOther(statement)) {
      JobTitles.whole(statement.cells().getFirst().text())
          .filter(title -> JobName.of(title).words().size() > 1 && sharesWord(JobName.of(title)))
          .ifPresent(title -> joined.putIfAbsent(JobName.of(title), title));
    }
  }

  /** Whether a row is one of a table about other jobs. */
  private static boolean isOther(Statement statement) {
    return statement.path().stream().anyMatch(heading -> SIMILAR.matcher(heading).find());
  }

  private static final Pattern SIMILAR =
      Pattern.compile(
          "(?i)\\b(?:similar|related|other|neighbou?ring) (?:occupations?|jobs?|careers?|roles?"
              + "|professions?|trades?)\\b|\\bcompare with\\b");

  private boolean sharesWord(JobName name) {
    return name.words().stream().anyMatch(roleNames.getFirst().words()::contains)
        && !roleNames.getFirst().isSameAs(name);
  }

  /** The facts of a document, in reading order. */
  public static List<Fact> extract(RoleDocument document) {
    var extractor = new FactExtractor(document);
    List<Fact> facts = new ArrayList<>();
    for (Statement statement : document.statements()) {
      extractor.take(statement, facts);
    }
    return List.copyOf(facts);
  }

  private void take(Statement statement, List<Fact> facts) {
    if (statement.kind() == StatementKind.TABLE_ROW) {
      takeRow(statement, facts);
    } else {
      takeText(statement, facts);
    }
    List<EducationLevel> levels = Educations.levels(statement.text());
    if (!levels.isEmpty() && Educations.isRequirement(statement)) {
      facts.add(
          new Fact.Education(
              statement,
              subject(statement, statement.text(), "", List.of()),
              levels,
              Educations.need(statement)));
    }
  }

  private void takeText(Statement statement, List<Fact> facts) {
    String text = statement.text();
    List<Figure> figures = Figures.in(text);
    if (isOfDrawing(statement) || isOfCards(statement)) {
      return;
    }
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      String local = local(text, figures, i);
      for (int first = i;
          first > 0 && isSamePay(text, figures.get(first - 1), figures.get(first)); ) {
        first--;
        Figure told = figures.get(first);
        local = local(text, figures, first).replace(told.wording(), figure.wording());
      }
      takeFigure(statement, text, figure, local, List.of(), figures, facts);
    }
  }

  /**
   * Whether an amount is the one in front of it for another period: "£18–£20 an hour, £145–£155 a
   * day, or £25–£30k a year".
   */
  private static boolean isSamePay(String text, Figure one, Figure other) {
    return one.period().isPresent()
        && other.period().isPresent()
        && !one.period().equals(other.period())
        && SAME_PAY.matcher(text.substring(one.end(), other.start())).matches()
        && CLAUSE_OVER.matcher(text.substring(other.end())).find();
  }

  private static final Pattern SAME_PAY =
      Pattern.compile("(?i),?\\s+(?:(?:or|and) (?:between )?)?|\\s?\\(");
  private static final Pattern CLAUSE_OVER = Pattern.compile("^\\s*(?:[.,;)]|or\\b|$)");

  /**
   * Whether a statement is a piece of a drawing whose text was kept: amounts stand on lines of
   * their own, each in front of the label of the next one, so that nothing says whose they are.
   */
  private boolean isOfDrawing(Statement statement) {
    if (!BEGINS_WITH_AMOUNT.matcher(statement.text()).find() || !statement.cells().isEmpty()) {
      return false;
    }
    List<Statement> all = document.statements();
    int last = statement.ordinal();
    while (last + 1 < all.size() && follows(all.get(last + 1), statement)) {
      last++;
    }
    int first = statement.ordinal();
    while (first > 0 && follows(all.get(first - 1), statement)) {
      first--;
    }
    return first < last
        && ONLY_AMOUNT.matcher(all.get(last).text()).matches()
        && !ONLY_AMOUNT.matcher(all.get(first).text()).matches();
  }

  /** Whether a statement is an amount alone, like others of its section: nothing says whose. */
  private boolean isOfCards(Statement statement) {
    return AMOUNT_ALONE.matcher(statement.text()).matches()
        && document.statements().stream()
                .filter(other -> other.path().equals(statement.path()))
                .filter(other -> AMOUNT_ALONE.matcher(other.text()).matches())
                .count()
            > 1;
  }

  private static final Pattern AMOUNT_ALONE =
      Pattern.compile("(?i)\\W*\\d[\\d,.k]*(?:\\W+\\d[\\d,.k]*)?(?: (?:an?|per) \\p{L}+)?\\W*");

  private static boolean follows(Statement other, Statement statement) {
    return other.path().equals(statement.path()) && BEGINS_WITH_AMOUNT.matcher(other.text()).find();
  }

  private static final String BARE_AMOUNT = "\\s*(?:\\p{Lu}{1,3})?\\p{Sc}\\s?\\d[\\d.,']*";
  private static final Pattern ONLY_AMOUNT = Pattern.compile(BARE_AMOUNT + "\\s*");
  private static final Pattern BEGINS_WITH_AMOUNT =
      Pattern.compile("^" + BARE_AMOUNT + "(?:\\s*$|\\s+\\p{L}.{0,80}[^.!?]$)");

  private static Figure money(Figure figure, Range value) {
    return new Figure(
        Figure.Kind.MONEY,
        value,
        figure.currency(),
        figure.dollar(),
        figure.period(),
        figure.start(),
        figure.end(),
        figure.wording());
  }

  /**
   * The words that belong to a figure: the whole text if it is the only one of its kind, otherwise
   * what stands between the one before and the end of its clause.
   */
  private static String local(String text, List<Figure> figures, int index) {
    Figure figure = figures.get(index);
    int from = 0;
    int to = text.length();
    boolean others = false;
    for (int i = 0; i < figures.size(); i++) {
      if (i == index || figures.get(i).kind() != figure.kind()) {
        continue;
      }
      others = true;
      if (i < index) {
        from = figures.get(i).end();
      } else if (to == text.length()) {
        to = figures.get(i).start();
      }
    }
    if (!others) {
      return text;
    }
    String behind = text.substring(figure.end(), to);
    Matcher remark = REMARK.matcher(behind);
    Matcher clause =
        CLAUSE_END.matcher(behind).region(remark.find() ? remark.end() : 0, behind.length());
    boolean last = to == text.length();
    if (!last && clause.find()) {
      to = figure.end() + clause.start();
    } else if (!last) {
      to = figure.end();
    }
    String before = text.substring(from, figure.start());
    if (from > 0) {
      before = REMARK.matcher(before).replaceFirst("");
    }
    Matcher tail = CLAUSE_END.matcher(before);
    if (from > 0 && tail.find()) {
      before = before.substring(tail.start());
    }
    Matcher closed = CLOSED_BRACKET.matcher(before);
    if (closed.find()) {
      before = before.substring(closed.end());
    }
    String label = label(text, figures, figure);
    boolean own = !ownLabel(text, figures, figure).isEmpty();
    if (own && before.contains(label)) {
      before = before.substring(before.lastIndexOf(label));
    }
    String head = !own && label.length() < Math.min(from, MAX_TITLE) ? label + " " : "";
    return head
        + before
        + " "
        + figure.wording()
        + " "
        + text.substring(Math.min(figure.end(), to), to);
  }

  private static final Pattern CLAUSE_END =
      Pattern.compile("[,;.)]|\\s(?:and|while|whereas|but|up to|to|compared)\\s");
  private static final Pattern CLOSED_BRACKET = Pattern.compile("^(?:\\s*\\([^)]*\\)|[^(]*\\))");

  /** "₦94,000 per month (net) for Broadcast Journalists": it ends no clause. */
  private static final Pattern REMARK = Pattern.compile("^\\s*\\([^)]*\\)");

  private void takeRow(Statement statement, List<Fact> facts) {
    List<Cell> cells = statement.cells();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      List<Figure> figures = Figures.in(cell.text());
      for (int j = 0; j < figures.size(); j++) {
        Figure figure = figures.get(j);
        String local = figures.size() == 1 ? cell.text() : local(cell.text(), figures, j);
        Figure asPay = asPay(statement, cells, i, figure, figures.size());
        takeFigure(statement, cell.text(), asPay, local, rowContext(cells, i), figures, facts);
      }
    }
  }

  /** Header of the column first, then the labels in front of it that do not explain the job. */
  private static List<String> rowContext(List<Cell> cells, int index) {
    List<String> context = new ArrayList<>();
    context.add(cells.get(index).header());
    for (int i = 0; i < index; i++) {
      String label = cells.get(i).text();
      if (!isNumeric(label)
          && !DUTIES_COLUMN.matcher(cells.get(i).header()).find()
          && label.chars().anyMatch(Character::isLetterOrDigit)
          && (i == 0 || !holdsMoney(label))) {
        context.add(label);
      }
    }
    return context;
  }

  private static final Pattern DUTIES_COLUMN =
      Pattern.compile("(?i)\\b(?:duties|tasks|responsibilities|what (?:they|you) do)\\b");

  private static boolean isNumeric(String text) {
    int letters = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        letters++;
      } else if (Character.isDigit(text.charAt(i))) {
        digits++;
      }
    }
    return digits > letters;
  }

  /**
   * A bare number in a table of pay is an amount of money, unless its column counts something else.
   */
  private Figure asPay(
      Statement statement, List<Cell> cells, int index, Figure figure, int figuresInCell) {
    boolean bare = figure.kind() == Figure.Kind.COUNT || figure.kind() == Figure.Kind.CALENDAR_YEAR;
    String header = cells.get(index).header();
    if (!bare
        || figuresInCell > 1
        || (index == 0 && cells.size() > 1)
        || !onlyFigure(cells.get(index).text(), figure)
        || isMeasured(cells, index)) {
      return figure;
    }
    String label = index == 0 ? "" : cells.getFirst().text();
    String around = String.join(" ", statement.lead()) + " " + innermost(statement);
    String wider = around + " " + String.join(" ", statement.path()) + " " + headerRow(cells);
    wider += " " + document.title();
    boolean payTable =
        STRONG_PAY.matcher(wider).find()
            || STRONG_PAY.matcher(label).find()
            || cells.stream().anyMatch(cell -> holdsMoney(cell.text()));
    boolean introduced = STRONG_PAY.matcher(String.join(" ", statement.lead())).find();
    if (!payTable
        || countsOther(header)
        || NAMES_COUNT.matcher(label.strip()).matches()
        || (!introduced && !isPayHeader(header) && countsOther(label))) {
      return figure;
    }
    double times = times(statement, cells, index, figure);
    double amount = largest(figure.value()) * times;
    boolean decimals = CENTS.matcher(figure.wording()).find();
    boolean hourly = PayTerms.period(header + " " + label).filter(Period.HOUR::equals).isPresent();
    boolean enough = amount >= 400 || ((decimals || hourly) && amount >= 3);
    if (!enough || amount > MOST_PAY) {
      return figure;
    }
    return money(figure, times == 1 ? figure.value() : scaled(figure.value(), times));
  }

  /** "3.5–7.5 t": a number with a unit of its own beside amounts that are marked as money. */
  private static boolean isMeasured(List<Cell> cells, int index) {
    return WITH_UNIT.matcher(cells.get(index).text().strip()).find()
        && cells.stream().anyMatch(cell -> holdsMoney(cell.text()));
  }

  private static final Pattern WITH_UNIT =
      Pattern.compile("\\d\\s?(?!k\\b|m\\b)[a-z]{1,3}$", Pattern.CASE_INSENSITIVE);

  private static final Pattern CENTS = Pattern.compile("\\d[.,]\\d\\d?$");

  private static boolean holdsMoney(String text) {
    return Figures.in(text).stream().anyMatch(f -> f.kind() == Figure.Kind.MONEY);
  }

  private static boolean isPayHeader(String header) {
    return PAY_COLUMN.matcher(header).find() || PayTerms.statistic(header).isPresent();
  }

  private static boolean countsOther(String text) {
    boolean percentile =
        PayTerms.statistic(text).filter(s -> s.kind() != Statistic.Kind.TYPICAL).isPresent()
            || RANK_COLUMN.matcher(text).find();
    return NOT_PAY_COLUMN.matcher(text).find()
        && !percentile
        && !STRONG_PAY.matcher(text).find()
        && Bands.years(text).isEmpty();
  }

  /** What a bare number of a table is to be multiplied with. */
  private double times(Statement statement, List<Cell> cells, int index, Figure figure) {
    String header = cells.get(index).header();
    String around = String.join(" ", statement.lead()) + " " + innermost(statement);
    if (largest(figure.value()) < 2000
        && (THOUSANDS.matcher(header).find() || THOUSANDS.matcher(around).find())) {
      return 1000;
    }
    if (largest(figure.value()) < 1000
        && (LAKHS.matcher(header).find() || LAKHS.matcher(around).find())) {
      return 100_000;
    }
    boolean grouped = POINT_GROUP.matcher(cells.get(index).text().strip()).matches();
    Currency stated = currencyIn(List.of(header, around)).orElse(currency);
    return grouped && largest(figure.value()) < 1000 && groupsByPoint(stated) ? 1000 : 1;
  }

  private static final Pattern LAKHS =
      Pattern.compile(
          "(?i)\\(?(?:₹|rs\\.?|inr|in)[ ]?(?:lakhs?|lacs?|lpa)\\b|\\(lakhs?\\)|\\blpa\\b");

  private static boolean groupsByPoint(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "EUR", "CHF", "DKK", "SEK", "NOK", "BRL" -> true;
      default -> false;
    };
  }

  private static final Pattern POINT_GROUP = Pattern.compile("\\d{1,3}\\.\\d{3}");
  private static final Pattern RANK_COLUMN =
      Pattern.compile("^(?:10|25|50|75|90)\\s?(?:%|th|pct)", Pattern.CASE_INSENSITIVE);

  private static String headerRow(List<Cell> cells) {
    StringBuilder text = new StringBuilder();
    cells.forEach(cell -> text.append(cell.header()).append(' '));
    return text.toString();
  }

  private static boolean onlyFigure(String cell, Figure figure) {
    return cell.strip().length() <= figure.wording().length() + 3;
  }

  private static double largest(Range range) {
    return range.high().orElse(range.low().orElse(0));
  }

  private static Range scaled(Range range, double times) {
    return new Range(
        scaled(range.low(), times), scaled(range.high(), times), range.more(), range.approximate());
  }

  private static OptionalDouble scaled(OptionalDouble value, double times) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * times) : value;
  }

  private static String innermost(Statement statement) {
    return statement.path().isEmpty() ? "" : statement.path().getLast();
  }

  /**
   * @param text the text or cell that the figure was found in
   * @param local its words about the figure
   * @param row the heading and the labels of a cell, empty for a text
   * @param all every figure of the text
   */
  private void takeFigure(
      Statement statement,
      String text,
      Figure figure,
      String local,
      List<String> row,
      List<Figure> all,
      List<Fact> facts) {
    Range value = figure.value();
    switch (figure.kind()) {
      case MONEY -> {
        if (isPerPiece(local, figure)
            || isOfOtherMoney(text, figure)
            || isWeight(figure)
            || (figure.period().isEmpty()
                && largest(value) < LEAST_OF_A_YEAR
                && isOfPieces(statement, row))
            || (!row.isEmpty() && ERROR_COLUMN.matcher(row.getFirst()).find())) {
          return;
        }
        if (isPay(statement, figure, local, row)) {
          takePay(statement, figure, local, row, all, facts);
        } else if (isMarketMoney(statement, figure)) {
          facts.add(market(statement, local, row, value, Unit.MONEY, figure.wording()));
        }
      }
      case PERCENT -> {
        String context = local + " " + String.join(" ", row);
        if (GROWTH.matcher(context).find() && !STRONG_PAY.matcher(context).find()) {
          boolean yearly = YEARLY.matcher(context).find();
          facts.add(
              market(
                  statement,
                  local,
                  row,
                  value,
                  yearly ? Unit.PERCENT_PER_YEAR : Unit.PERCENT,
                  figure.wording()));
        } else {
          facts.add(
              new Fact.Share(
                  statement,
                  subject(statement, local, "", row),
                  value,
                  figure.wording(),
                  of(statement.text(), figure, row)));
        }
      }
      case YEARS -> {
        String context =
            statement.text()
                + " "
                + String.join(" ", statement.lead())
                + " "
                + innermost(statement)
                + " "
                + String.join(" ", row);
        boolean band = all.stream().anyMatch(f -> f.kind() == Figure.Kind.MONEY);
        if (!band
            && (EXPERIENCE.matcher(context).find() || isAskedFor(statement, figure))
            && !(row.isEmpty()
                && (INTERVAL.matcher(statement.text().substring(0, figure.start())).find()
                    || GOES_ON.matcher(statement.text().substring(figure.end())).find()))
            && !GROWTH.matcher(statement.text()).find()) {
          facts.add(
              new Fact.Experience(
                  statement, subject(statement, local, "", row), value, figure.wording()));
        }
      }
      case COUNT -> {
        String context = local + " " + String.join(" ", row);
        if (COUNTED.matcher(context).find() && largest(value) >= 100) {
          facts.add(market(statement, local, row, value, Unit.COUNT, figure.wording()));
        }
      }
      case PERCENTILE, CALENDAR_YEAR, NAME -> {}
    }
  }

  /** "8+ years" and "At least 5 years in a bakery" in a list of requirements are of experience. */
  private static boolean isAskedFor(Statement statement, Figure figure) {
    return statement.cells().isEmpty()
        && REQUIREMENTS.matcher(innermost(statement)).find()
        && statement.text().substring(0, figure.start()).isBlank()
        && SPENT_WORKING.matcher(statement.text().substring(figure.end())).find();
  }

  private static final Pattern REQUIREMENTS =
      Pattern.compile("\\b(?:require|qualifi|what you (?:need|bring))", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPENT_WORKING =
      Pattern.compile(
          "^\\s*(?:[.;,(]|$)|^\\s+(?:in|as|with|at|on|within|leading|managing|working|building)\\s"
              + "(?!.*\\b(?:school|college|university|training|apprenticeship|study|studies)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** "A background check every three years" asks for no years of work. */
  private static final Pattern INTERVAL = Pattern.compile("(?i)\\b(?:every|once in)\\s*$");

  /** "With 5 years' experience you may become a senior": what it takes for another job. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?i)\\b(?:may|can|could|might|will|often|usually)\\s(?:\\p{L}+\\s){0,2}"
              + "(?:become|advance|progress|be promoted|move (?:up|on|into)|go on)\\b");

  /** Columns that say how exact another one is, or how far it is from a third. */
  private static final Pattern ERROR_COLUMN =
      Pattern.compile(
          "(?i)\\b(?:standard error|margin of"
              + " error|confidence|r?se)\\b|(?<!\\b(?:after|before|with|incl|including) (?:the"
              + " )?)\\b(?:changes?|differences?|increases?"
              + "|decreases?|gap)(?:\\s*\\(.*\\)|\\s(?:on|vs|versus|from|since|over|in|to)\\b.*)?$");

  /** What people of all jobs earn is no pay of one. */
  private static final Pattern EVERYBODY =
      Pattern.compile(
          "(?i)\\ball (?:other )?(?:occupations|workers|jobs|professions|employees)\\b"
              + "(?! (?:in|at|of) (?:this|the|our)\\b)");

  /** "Rates (per 1,000 bricks):" over a list of amounts, none of which is of a year. */
  private static boolean isOfPieces(Statement statement, List<String> row) {
    return PIECES.matcher(innermost(statement)).find()
        || statement.lead().stream().anyMatch(lead -> PIECES.matcher(lead).find())
        || PIECES.matcher(row.isEmpty() ? label(statement.text()) : row.getFirst()).find();
  }

  /** Pay by the mile, the word or the visit is no pay by the hour or year. */
  private static boolean isPerPiece(String local, Figure figure) {
    int at = local.indexOf(figure.wording());
    return at >= 0 && PER_PIECE.matcher(local.substring(at + figure.wording().length())).find();
  }

  /** Whether it is what somebody pays, owes or gets more than others or before, which is no pay. */
  private static boolean isOfOtherMoney(String text, Figure figure) {
    int at = text.startsWith(figure.wording(), figure.start()) ? figure.start() : -1;
    if (at < 0) {
      return false;
    }
    String before = text.substring(0, at);
    String behind = text.substring(figure.end());
    return SPENT_BEHIND.matcher(behind).find()
        || SPENT_IN_FRONT.matcher(before).find()
        || Figures.endsInChange(before)
        || DENIED_IN_FRONT.matcher(before).find()
        || isWorth(before)
        || CONTRIBUTED.matcher(before).find()
        || INTO_FUND.matcher(behind).find()
        || LIMIT_IN_FRONT.matcher(before).find()
        || UNIT_IN_FRONT.matcher(before).find()
        || FEE_IN_FRONT.matcher(before).find()
        || COST_IN_FRONT.matcher(before).find()
        || (ADDED_IN_FRONT.matcher(before).find() && COMPARED.matcher(behind).find());
  }

  /** "A pension in which the employer puts in £32 and the worker £21" */
  private static final Pattern CONTRIBUTED =
      Pattern.compile(
          "(?i)\\b(?:pension|superannuation|retirement)\\b[^;]*\\b(?:puts?|pays?|paying) in(?:to"
              + " it)?\\b(?:[^.;]|\\.\\d)*$|\\bcontribut(?:es?|ing|ions? of)\\s(?:about |around |up"
              + " to )?$");

  /** "$11.06 an hour into the plans", "for pension": what an employer pays to somebody else. */
  private static final Pattern INTO_FUND =
      Pattern.compile(
          "(?i)^(?:\\s?/\\s?\\p{L}+|\\s(?:an?|per|each|every) \\p{L}+)?\\s(?:for"
              + " (?:(?:the|their|your) )?(?:health and"
              + " )?(?:pensions?|superannuation|annuity|retirement)\\b|(?:in)?to"
              + " (?:(?:the|an?|your|their|its|each \\p{L}+['’]s) )?(?:[\\p{L}-]+"
              + " ){0,3}(?:plans?|funds?|schemes?|trusts?|pensions?|annuity|superannuation)\\b)");

  /** "Signs off up to $2,000", "a threshold of $9,000": what somebody may spend or has to reach. */
  private static final Pattern LIMIT_IN_FRONT =
      Pattern.compile(
          "(?i)\\b(?:sign(?:s|ed|ing)? off|approv(?:es?|ed|ing)|authori[sz](?:es?|ing)"
              + "|trusted with|qualif(?:y|ies) for|thresholds?|spending limits?)\\b"
              + "(?:(?!\\bpa(?:y|ys|id)\\b)[^.;:,$£€₹]){0,50}$");

  /** "Candidates for the examination pay a fee of $325" */
  private static final Pattern FEE_IN_FRONT =
      Pattern.compile(
          "(?i)\\b(?:exam(?:ination)?s?|tests?|certificates?|certification|licen[cs]es?|courses?)\\b[^.;]*\\bpay(?:s|ing)?"
              + " (?:an?|the) (?:\\p{L}+ )?fee of (?:about |around |up to )?$");

  /** "It costs roughly £900 and employers usually pay" */
  private static final Pattern COST_IN_FRONT =
      Pattern.compile(
          "(?i)\\b(?:cost|costs|costing|spends?|spending)\\s(?:(?:about|around|roughly|some|between|up"
              + " to|over) )?$");

  /** "₹1 lakh = ₹100,000" says what a unit is. */
  private static final Pattern UNIT_IN_FRONT =
      Pattern.compile("(?<![\\d.,])1(?: ?\\p{L}+)?\\s?=\\s?(?:about )?$");

  /** "Free travel worth £1,100" is a benefit, unlike "a bonus worth £2,000". */
  private static boolean isWorth(String before) {
    Matcher worth = WORTH.matcher(before);
    return worth.find()
        && PayTerms.measure(worth.group(1)).isEmpty()
        && !PayTerms.isPay(worth.group(1));
  }

  private static final Pattern WORTH =
      Pattern.compile(
          "(?i)(?!(?:is|are|be|was|were)\\s)(?<!\\p{L})(\\p{L}+) worth (?:an? \\p{L}+ )?$");

  /** "It is not $90,000", unlike "not only" and "if not". */
  private static final Pattern DENIED_IN_FRONT =
      Pattern.compile("(?i)(?:(?<!\\bif )\\bnot|n['’]t)\\s(?:(?:an?|the) )?$");

  private static final Pattern ADDED_IN_FRONT = Pattern.compile("[+±−-]\\s?$");

  /** "(+£4,000 vs. 2023)" is a change, unlike "(+£4,000 bonus)". */
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?i)^(?:\\s(?:an?|per)"
              + " \\p{L}+)?\\s(?:vs\\.?|versus|compared|since|on|from|over|against)\\s(?:(?:the|in|to|with)"
              + " )*(?:(?:19|20)\\d\\d|last|previous|prior|a year|year)\\b");

  /** What is paid for a training or owed for it. */
  private static final String SPENDING =
      "(?:(?:student|study|education|training|tuition|course|degree|CPL)"
          + " (?:loans?|debts?|investments?)|(?:course|training|tuition|exam(?:ination)?|licen[cs]e"
          + "|registration|certification|initiation|application|enrol?ment|admission|membership)"
          + " (?:fees?|costs?|investments?)|(?:kit|equipment|gear|tool)"
          + " rentals?|tuition|(?:union|membership) dues)\\b";

  /**
   * "£8k more", "a ₹65–75 lakh pilot licence investment", "$30,000 in student loans", but neither
   * "£27,000 less tax" nor "£21,500 after tuition", which somebody has earned.
   */
  private static final Pattern SPENT_BEHIND =
      Pattern.compile(
          "^\\s(?:more(?! or less)|less(?=\\s*(?:[.,;:)]|$)|\\s(?:than|an?|per)\\b)|extra(?! in"
              + " bonus))\\b|^\\s(?:(?:in|of)"
              + " )?(?:(?!(?:and|or|for|to|as|with|by|at|from|plus|per|an?|the|in|while|before|after|less|net|without|excluding|minus)\\b)[\\p{L}-]+"
              + " ){0,2}"
              + SPENDING,
          Pattern.CASE_INSENSITIVE);

  /** "A pay gap of $3,000", "median household income is $43,318", unlike "salaries rise from" */
  private static final Pattern SPENT_IN_FRONT =
      Pattern.compile(
          "\\b(?:(?:(?:household|family|per capita) incomes?|poverty"
              + " (?:line|level)|gap|difference|(?:increase|rise|raise)(?!s? from\\b)|"
              + SPENDING
              + ")(?: (?:in(?: \\p{L}+){1,3}?|between(?:"
              + " [\\p{L}-]+){1,7}?))?(?:\\s*:|\\s+(?:is|are|was|were|of|about|around|between|just|over|from|up"
              + " to)\\b)+\\s*|invest(?:ing|ed)? (?:about |around )?)$",
          Pattern.CASE_INSENSITIVE);

  /** Pounds in a document that has amounts in another currency are a weight. */
  private boolean isWeight(Figure figure) {
    return !currency.getCurrencyCode().equals("GBP") && IN_POUNDS.matcher(figure.wording()).find();
  }

  private static final Pattern IN_POUNDS =
      Pattern.compile("\\d\\s+pounds\\b", Pattern.CASE_INSENSITIVE);

  private static final String PIECE =
      "(?:miles?|km|kilomet\\w+|words?|pages?|sessions?|nights?|visits?|clients?|patients?|lessons?|class|cases?|pieces?|half[-"
          + " ]days?|calls?|articles?|songs?|photos?|projects?|events?|shifts?|trips?|flights?"
          + "|\\p{L}+ing(?!\\p{L}|\\s(?:levels?|stages?|steps?|points?|bands?|grades?|years?|hours?)\\b))\\b";

  /** "Per 1,000 bricks" */
  private static final String PER_MANY =
      "\\b(?<!as )per \\d[\\d,]* (?!hours?|hrs?|days?|weeks?|months?)\\p{L}{3,}";

  private static final Pattern PER_PIECE =
      Pattern.compile(
          "^\\s*(?:(?:per|a|an|each|/)\\s?" + PIECE + "|" + PER_MANY + ")",
          Pattern.CASE_INSENSITIVE);

  /** "Travel per km": the heading of such amounts, unlike "Pay/Training". */
  private static final Pattern PIECES =
      Pattern.compile("\\b(?:per|each) " + PIECE + "|" + PER_MANY, Pattern.CASE_INSENSITIVE);

  private static final Pattern COUNTED =
      Pattern.compile(
          "jobs|openings|positions|workers|employed|employment|people|vacancies|customers|practitioners|postings",
          Pattern.CASE_INSENSITIVE);

  private static boolean isMarketMoney(Statement statement, Figure figure) {
    return largest(figure.value()) >= 1_000_000
        || (PayTerms.isOtherMoney(statement.text()) && largest(figure.value()) >= 100_000);
  }

  private boolean isPay(Statement statement, Figure figure, String local, List<String> row) {
    if (largest(figure.value()) > MOST_PAY) {
      return false;
    }
    String near = local + " " + String.join(" ", row);
    if (STRONG_PAY.matcher(near).find() || STRONG_PAY.matcher(statement.text()).find()) {
      return true;
    }
    boolean introduced =
        !row.isEmpty() && STRONG_PAY.matcher(String.join(" ", statement.lead())).find();
    if (introduced) {
      return true;
    }
    if (row.isEmpty() && largest(figure.value()) >= 5_000 && isLabelOfPay(statement)) {
      return true;
    }
    if (isBesidePay(statement) || (row.isEmpty() && likePay(statement, figure).isPresent())) {
      return true;
    }
    String far = String.join(" ", statement.lead()) + " " + String.join(" ", statement.path());
    boolean listed = !row.isEmpty() && STRONG_PAY.matcher(far).find();
    String said = listed ? local + " " + row.getFirst() : near;
    boolean underPay = STRONG_PAY.matcher(innermost(statement)).find();
    if (PayTerms.isOtherMoney(underPay ? IN_FIELD.matcher(said).replaceAll(" ") : said)
        && !(row.isEmpty() && isToldUnderPay(statement))) {
      return false;
    }
    if (PayTerms.isPay(near) || figure.period().isPresent()) {
      return true;
    }
    if (!row.isEmpty()
        && (PayTerms.statistic(row.getFirst()).isPresent() || isOfJob(statement.cells()))) {
      return true;
    }
    if (row.isEmpty()
        && (!yearsInFront(statement.text()).isEmpty() || paragraph(statement).isPresent())) {
      return true;
    }
    return STRONG_PAY.matcher(far).find()
        || (row.isEmpty()
            && STRONG_PAY.matcher(document.title()).find()
            && !JobTitles.in(local).isEmpty())
        || PAY_HEADING.matcher(innermost(statement)).find()
        || (!row.isEmpty()
            && ((PERCENTILES.matcher(far).find() && RANK_HEADER.matcher(row.getFirst()).find())
                || PayTerms.isPay(far + " " + headerRow(statement.cells()) + " " + document.title())
                || PayTerms.measure(row.getFirst()).isPresent()));
  }

  /**
   * The amount of the same sentence that is paid for a stated time, if this one goes on from it or
   * to it: "the scale begins at $4,420 and tops out at $5,980 a month".
   */
  private static Optional<Figure> likePay(Statement statement, Figure figure) {
    String text = statement.text();
    return PayTerms.isOtherMoney(text)
        ? Optional.empty()
        : moneyIn(text).stream()
            .filter(other -> other.period().isPresent() && other.start() != figure.start())
            .filter(other -> {
              double times = largest(other.value()) / largest(figure.value());
              int from = Math.min(other.end(), figure.end());
              int to = Math.max(other.start(), figure.start());
              return times < MAX_ALIKE
                  && 1 / times < MAX_ALIKE
                  && from <= to
                  && GOES_ON_TO.matcher(text.substring(from, to)).matches();
            })
            .findFirst();
  }

  /** Ends of one scale, and the pay of two jobs of one sentence, differ by less. */
  private static final double MAX_ALIKE = 3;

  private static final Pattern GOES_ON_TO =
      Pattern.compile(
          "(?i),? (?:and|then|but) (?:\\p{L}+ ){0,4}(?:at|to|on|from|out at|until) ?|,?"
              + " (?:and|then) (?:\\p{L}+ ){0,3}(?:on|in|at) (?:\\p{L}+ )?"
              + "|,? (?:and|while) (?:an? |the )?(?:[\\p{L}-]+ ){1,3}");

  /** "Senior: £36,000", "Median: £29,900", "Leeds: £28,000", unless they are told of costs. */
  private boolean isLabelOfPay(Statement statement) {
    String label = withoutBracket(label(statement.text()));
    boolean plain =
        isPlainLabel(label)
            || (Words.of(label).size() <= MAX_PLAIN_LABEL
                && (rung(statement, label, List.of()).isPresent()
                    || places.whole(label).isPresent()));
    return titleOf(label).isPresent()
        || (plain
            && Stream.concat(statement.path().stream(), statement.lead().stream())
                .noneMatch(PayTerms::isOtherMoney)
            && !PayTerms.isOtherMoney(statement.text()));
  }

  /** Whether a label names but a band or which of several amounts it is, of whatever. */
  private static boolean isPlainLabel(String label) {
    return Words.of(label).size() <= MAX_PLAIN_LABEL
        && (Bands.whole(label, false).isPresent()
            || Bands.isStage(label)
            || RANGE_LABEL.matcher(label.strip()).matches()
            || PayTerms.statistic(label).or(() -> PayTerms.end(label)).isPresent()
            || ScaleEnds.named(label).isPresent());
  }

  private static final Pattern RANGE_LABEL =
      Pattern.compile("(?i)(?:(?:typical|usual|full|broad(?:er)?|wide(?:r)?) )?range");

  /** "Range: $36,000 to $68,000" beside "Median salary: $52,000": amounts of one box. */
  private boolean isBesidePay(Statement statement) {
    return statement.cells().size() <= 2
        && isPlainLabel(labelOf(statement))
        && document.statements().stream()
            .filter(other -> isBeside(other, statement) && other.cells().size() <= 2)
            .anyMatch(other ->
                STRONG_PAY.matcher(labelOf(other)).find()
                    && !PayTerms.isOtherMoney(labelOf(other))
                    && holdsMoney(other.text()));
  }

  /** A label of more words says more than a band, a place or a statistic. */
  private static final int MAX_PLAIN_LABEL = 3;

  /** "Investment: £80,000" under "Pay by sector", and "can expect $70,000 in investment". */
  private static boolean isToldUnderPay(Statement statement) {
    String heading = innermost(statement);
    return STRONG_PAY.matcher(heading).find()
        && (EXPECTED.matcher(statement.text()).find()
            || (BY_WHAT.matcher(heading).find() && !label(statement.text()).isEmpty()));
  }

  /** "In insurance, the median is": where people work, in a section on pay. */
  private static final Pattern IN_FIELD =
      Pattern.compile("(?i)(?:^\\W*|[;.]\\s)in (?:[\\p{L}&-]+ ){0,2}[\\p{L}-]+,");

  private static final Pattern EXPECTED =
      Pattern.compile("(?i)\\bcan expect (?:about |around |up to )?\\p{Sc}");

  /** Headings of amounts of pay that do not say so plainly: "Money", "Day rates". */
  private static final Pattern PAY_HEADING =
      Pattern.compile(
          "(?i)\\b(?:money|rates?|package|comp|rewards?|stipends?|gehalt|lohn|verdienst)\\b");

  /** Whether a row of a table is about one job: its amounts are what the job pays. */
  private static boolean isOfJob(List<Cell> cells) {
    return cells.stream()
        .anyMatch(cell ->
            TITLE_COLUMN.matcher(cell.header()).matches()
                && !isNumeric(cell.text())
                && !STEP.matcher(cell.text()).find());
  }

  /**
   * The sentence in front that says what is paid, if this one only goes on with other jobs:
   * "Plumbers follow with $43.15".
   */
  private Optional<Statement> paragraph(Statement statement) {
    if (statement.kind() != StatementKind.SENTENCE
        || statement.ordinal() == 0
        || STRONG_PAY.matcher(statement.text()).find()
        || JobTitles.in(statement.text()).isEmpty()) {
      return Optional.empty();
    }
    Statement before = document.statements().get(statement.ordinal() - 1);
    return before.kind() == StatementKind.SENTENCE
            && before.line() == statement.line()
            && before.path().equals(statement.path())
            && STRONG_PAY.matcher(before.text()).find()
            && holdsMoney(before.text())
            && !JobTitles.in(before.text()).isEmpty()
        ? Optional.of(before)
        : Optional.empty();
  }

  private void takePay(
      Statement statement,
      Figure figure,
      String local,
      List<String> row,
      List<Figure> all,
      List<Fact> facts) {
    Range value = figure.value();
    boolean isHalf = row.isEmpty() && PayTerms.isHalf(local);
    String wording =
        isHalf ? MORE_OR_LESS.matcher(figure.wording()).replaceFirst("") : figure.wording();
    Currency in =
        figure
            .currency()
            .or(() -> currencyIn(row))
            .or(() -> currencyIn(statement.lead().reversed()))
            .or(() -> currencyIn(statement.path().reversed()))
            .orElseGet(() -> figure.dollar() ? dollar : currency);
    Measure measure =
        measure(
            statement,
            row.isEmpty() ? ofPronoun(statement.text(), all, figure, local) : local,
            row);
    boolean part = measure == Measure.BONUS || measure == Measure.EQUITY;
    boolean once =
        part && figure.period().isEmpty() && near(statement, local, row).anyMatch(PayTerms::isOnce);
    Period period = once ? Period.ONCE : period(statement, figure, value, in, local, row, part);
    if (period == Period.YEAR && !part && largest(value) < MIN_YEARLY_PAY) {
      return;
    }
    Statistic statistic = statistic(statement, local, row);
    String label =
        row.isEmpty()
            ? ComparedJob.of(statement.text(), figure)
                .orElseGet(() -> label(statement.text(), all, figure))
            : label(statement.text());
    String whose = part && row.isEmpty() ? whose(statement.text(), all, figure, local) : local;
    Subject subject = subject(statement, whose, label, row);
    OptionalInt year = year(statement, local, row);
    facts.add(
        new Fact.Pay(
            statement,
            subject,
            isHalf ? middle(value) : value,
            wording,
            in,
            period,
            measure,
            statistic,
            year));
    if (value.low().isPresent() && value.high().isPresent() && row.isEmpty()) {
      takePercentileEnds(statement, figure, value, subject, in, period, measure, year, all, facts);
    }
  }

  /**
   * What is said of a part of pay and of the pay it is told beside: "earn £40,000 plus a bonus".
   */
  private static String whose(String text, List<Figure> all, Figure part, String local) {
    int at = all.indexOf(part);
    boolean added =
        at > 0 && ADDED_PART.matcher(text.substring(all.get(at - 1).end(), part.start())).matches();
    return added
        ? whose(text, all, all.get(at - 1), local(text, all, at - 1)) + " " + local
        : local;
  }

  /** What is said of the amount that "it" is: "an allowance of £60; on late hours it is £110". */
  private static String ofPronoun(String text, List<Figure> all, Figure figure, String local) {
    return all.stream()
        .filter(other -> other.kind() == Figure.Kind.MONEY && other.end() <= figure.start())
        .reduce((_, last) -> last)
        .filter(other -> PRONOUN.matcher(text.substring(other.end(), figure.start())).find())
        .map(other -> local(text, all, all.indexOf(other)))
        .orElse(local);
  }

  private static final Pattern PRONOUN =
      Pattern.compile(
          "(?i)^[^.]*\\bit (?:is|was|rises to|comes to|goes up to)\\s(?:about |up to )?$");

  private static final Pattern ADDED_PART =
      Pattern.compile("(?i)[,\\s(]*(?:plus|with|and|\\+)\\s(?:an? )?(?:\\p{L}+ ){1,4}");

  /** The label of an amount: its own, or that of its text, if this is not of the first alone. */
  private static String label(String text, List<Figure> all, Figure figure) {
    String own = ownLabel(text, all, figure);
    boolean isOfFirst =
        all.stream()
            .filter(other -> other.end() <= figure.start())
            .anyMatch(other -> !ownLabel(text, all, other).isEmpty());
    return own.isEmpty() && !isOfFirst ? label(text) : own;
  }

  /**
   * The label that an amount behind others has of its own, empty if it has none: "$26,000 a year.
   * Second year: $30,000".
   */
  private static String ownLabel(String text, List<Figure> all, Figure figure) {
    int from =
        all.stream()
            .filter(other -> other.kind() == Figure.Kind.MONEY && other.end() <= figure.start())
            .mapToInt(Figure::end)
            .max()
            .orElse(0);
    String between = text.substring(from, Math.max(from, figure.start()));
    Matcher own = OWN_LABEL.matcher(between);
    String bare = between.replaceFirst("^[\\s,;|/·–-]+", "").strip();
    return from == 0
        ? ""
        : own.find() ? own.group(1) : ScaleEnds.named(bare).isPresent() ? bare : "";
  }

  private static final Pattern OWN_LABEL =
      Pattern.compile(
          "(?:^|[;|,.)])\\s+((?:\\p{Lu}|\\d{1,2}(?:st|nd|rd|th|\\.)|(?<=[;,] )\\p{Ll})"
              + " ?[^:;,|.()]{1,40}(?:\\([^()]{1,40}\\))?):\\s*$");

  private static final Pattern MORE_OR_LESS =
      Pattern.compile("(?i)^(?:more than|less than|over|under|above|below|at least)\\s+");

  /** Where half earn more, the other half earns less: the end of the range is its middle. */
  private static Range middle(Range value) {
    return value.low().isPresent() && value.high().isPresent()
        ? value
        : Range.exactly(largest(value));
  }

  /** "$76,500 to $153,000 (25th to 75th percentile)": each end is a percentile of its own. */
  private static void takePercentileEnds(
      Statement statement,
      Figure figure,
      Range value,
      Subject subject,
      Currency currency,
      Period period,
      Measure measure,
      OptionalInt year,
      List<Figure> all,
      List<Fact> facts) {
    for (Figure rank : all) {
      Range ranks = rank.value();
      if (rank.kind() != Figure.Kind.PERCENTILE
          || rank.start() < figure.end()
          || ranks.isSingle()
          || ranks.low().isEmpty()
          || ranks.high().isEmpty()) {
        continue;
      }
      double[] values = {value.low().getAsDouble(), value.high().getAsDouble()};
      double[] percentiles = {ranks.low().getAsDouble(), ranks.high().getAsDouble()};
      String[] words = ENDS.split(figure.wording(), 2);
      for (int i = 0; i < 2 && words.length == 2; i++) {
        if (percentiles[i] >= 1 && percentiles[i] <= 99) {
          facts.add(
              new Fact.Pay(
                  statement,
                  subject,
                  Range.exactly(values[i]),
                  words[i].strip(),
                  currency,
                  period,
                  measure,
                  Statistic.percentile((int) percentiles[i]),
                  year));
        }
      }
    }
  }

  private static final Pattern ENDS = Pattern.compile("\\s*(?:-|–|—|\\bto\\b)\\s*");

  private static Optional<Currency> currencyIn(List<String> texts) {
    return texts.stream().flatMap(text -> Currencies.only(text).stream()).findFirst();
  }

  private Period period(
      Statement statement,
      Figure figure,
      Range value,
      Currency in,
      String local,
      List<String> row,
      boolean part) {
    if (figure.period().isPresent()) {
      return stated(figure.period().get(), value);
    }
    if (part && row.isEmpty() && PayTerms.isEachYear(local)) {
      return Period.YEAR;
    }
    Optional<Figure> like = row.isEmpty() ? likePay(statement, figure) : Optional.empty();
    if (like.isPresent()) {
      return stated(like.get().period().orElseThrow(), value);
    }
    List<String> contexts = new ArrayList<>();
    if (row.isEmpty()) {
      contexts.add(label(local));
      contexts.add(local);
    } else {
      contexts.add(row.getFirst());
      row.stream().skip(1).filter(label -> !isYearOfCareer(label)).forEach(contexts::add);
    }
    contexts.addAll(statement.lead().reversed());
    contexts.add(innermost(statement));
    contexts.add(headerRow(statement.cells()));
    boolean yearly = PayTerms.period(document.title()).filter(Period.YEAR::equals).isPresent();
    if (!row.isEmpty() && (!yearly || PayTerms.namesYear(document.title()))) {
      contexts.add(document.title());
    }
    for (String context : contexts) {
      Optional<Period> period = PayTerms.period(context);
      if (period.isPresent() && plausible(period.get(), value, in)) {
        boolean isGuess = period.get() == Period.YEAR && !PayTerms.namesYear(context);
        Optional<Period> known = isGuess ? nearest(largest(value)) : Optional.empty();
        return known.isPresent() ? known.get() : stated(period.get(), value);
      }
    }
    if (ofAll.isPresent() && plausible(ofAll.get(), value, in)) {
      return ofAll.get();
    }
    boolean monthly =
        PAID_MONTHLY.contains(in.getCurrencyCode()) && largest(value) < LEAST_OF_A_YEAR;
    Period usual = monthly ? Period.MONTH : Period.YEAR;
    double least = part ? LEAST_PART_OF_A_YEAR : 400;
    Period guess = largest(value) < least ? Period.HOUR : usual;
    return part ? guess : nearest(largest(value)).orElse(guess);
  }

  /** "2nd year" and "years 3–4" label rows of bands, whatever their amounts are for. */
  private static boolean isYearOfCareer(String label) {
    return Bands.whole(label, false).isPresent() && !PayTerms.isPay(label);
  }

  /** No bonus, allowance or premium is as much for an hour. */
  private static final double LEAST_PART_OF_A_YEAR = 100;

  /** Currencies of countries where pay is told for a month unless it says otherwise. */
  private static final Set<String> PAID_MONTHLY = Set.of("EUR", "CHF");

  /** A full year is paid more in these. */
  private static final double LEAST_OF_A_YEAR = 10_000;

  private Period stated(Period period, Range value) {
    List<Double> known = amounts.computeIfAbsent(period, _ -> new ArrayList<>());
    known.add(largest(value));
    double least = value.low().orElse(largest(value));
    if (least * MAX_FACTOR < largest(value)) {
      known.add(least);
    }
    return period;
  }

  /** A longer text in front of a dash is no title, in characters. */
  private static final int MAX_TITLE = 60;

  /** The period that a document says all its figures are for: "All figures are rand per month". */
  private static Optional<Period> periodOfAll(RoleDocument document) {
    return document.statements().stream()
        .map(Statement::text)
        .filter(text -> text.length() <= MAX_NOTE && OF_ALL.matcher(text).find())
        .flatMap(text -> PayTerms.period(text).stream())
        .findFirst();
  }

  /** A longer text is no note on the figures of a document, in characters. */
  private static final int MAX_NOTE = 160;

  private static final Pattern OF_ALL =
      Pattern.compile(
          "(?i)^\\W*(?:all|the|these)(?: \\p{L}+)? (?:figures|amounts|numbers|salaries|rates|wages)"
              + "(?: \\p{L}+){0,3} are\\b(?!.*\\d)");

  /** The period that amounts of about this size had earlier in the document. */
  private Optional<Period> nearest(double amount) {
    Optional<Period> nearest = Optional.empty();
    double least = Math.log(MAX_FACTOR);
    for (Map.Entry<Period, List<Double>> entry : amounts.entrySet()) {
      for (double known : entry.getValue()) {
        double distance = Math.abs(Math.log(amount / known));
        if (distance < least) {
          least = distance;
          nearest = Optional.of(entry.getKey());
        }
      }
    }
    return nearest;
  }

  private static boolean plausible(Period period, Range value, Currency currency) {
    double amount = largest(value) / (LARGE_UNITS.contains(currency.getCurrencyCode()) ? 1 : 100);
    return switch (period) {
      case HOUR -> amount < 2_000;
      case DAY -> amount < 10_000;
      case WEEK, FORTNIGHT -> amount < 50_000;
      case MONTH -> amount < 200_000;
      case YEAR -> largest(value) >= 1_000;
      case ONCE -> true;
    };
  }

  /** Currencies of which few are paid for an hour; of others, it may be a hundred times as many. */
  private static final Set<String> LARGE_UNITS =
      Set.of("USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "SGD", "XXX");

  /** "Intellectual property — $78,300" */
  private static final Pattern DASH_BEFORE_AMOUNT =
      Pattern.compile(" +[\u2013\u2014-] +(?=\\p{Sc}|\\p{Lu}{1,3}\\p{Sc}|\\d)");

  /** What stands in front of a dash: "Station Officer - appointed after five years". */
  private static String head(String text) {
    Matcher dash = DASH.matcher(text);
    return dash.find() ? text.substring(0, dash.start()) : "";
  }

  /** Whether a dash parts a name from words that explain it, which have no capital. */
  private static boolean isExplained(String text, String head) {
    String rest = text.substring(head.length()).replaceFirst("^\\W+", "");
    return !head.isEmpty() && !rest.isEmpty() && !Character.isUpperCase(rest.charAt(0));
  }

  private static final Pattern DASH = Pattern.compile(" +[\u2013\u2014-] +");

  private static String label(String text) {
    int colon = text.indexOf(':');
    String head = head(text);
    boolean isTitle =
        (isExplained(text, head) || holdsMoney(text.substring(head.length())))
            && (colon < 0 || colon > head.length())
            && head.length() <= MAX_TITLE;
    if (isTitle && JobTitles.whole(head).isPresent()) {
      return head;
    }
    if (colon < 0) {
      Matcher dash = DASH_BEFORE_AMOUNT.matcher(text);
      Matcher bare = BARE_LABEL.matcher(text);
      colon =
          dash.find()
              ? dash.start()
              : bare.find() && isNameOfAmount(bare.group(1), moneyIn(text).size())
                  ? bare.end(1)
                  : -1;
    }
    return colon > 0 && colon <= 80 ? text.substring(0, colon) : "";
  }

  /** "Prison officer \u20ac39,900", "Low \u00a331,500": a name right in front of an amount. */
  private static final Pattern BARE_LABEL =
      Pattern.compile("^\\s*(\\p{Lu}[^.,;:!?\\d]{1,50}?)\\s+(?=\\p{Lu}{0,2}\\p{Sc}\\s?\\d)");

  private static String withoutBracket(String label) {
    return label.replaceFirst("\\s*\\([^()]*\\)$", "");
  }

  private static boolean isNameOfAmount(String text, int amounts) {
    String name = withoutBracket(text);
    List<String> words = Words.of(name);
    boolean isName =
        Places.whole(name).isPresent()
            || (JobTitles.whole(name).isPresent()
                && JobTitles.isHead(Words.singular(words.getLast())));
    return (isName && amounts == 1) || ScaleEnds.named(name).isPresent();
  }

  private static Measure measure(Statement statement, String local, List<String> row) {
    Optional<Measure> near =
        near(statement, local, row)
            .filter(context -> !ALL_JOBS.matcher(context).find())
            .flatMap(context -> PayTerms.measure(context).stream())
            .findFirst();
    if (near.isPresent()) {
      return near.get();
    }
    List<String> far = new ArrayList<>(statement.lead().reversed());
    far.addAll(statement.path().reversed());
    for (String context : far) {
      Optional<Measure> measure = PayTerms.measure(context);
      if (measure.isPresent()
          && (measure.get() == Measure.BASE || measure.get() == Measure.TOTAL)) {
        return measure.get();
      }
    }
    return Measure.SALARY;
  }

  /** The texts beside an amount that say which part of pay it is, nearest first. */
  private static Stream<String> near(Statement statement, String local, List<String> row) {
    Matcher bracket = OPEN_BRACKET.matcher(local);
    return row.isEmpty()
        ? Stream.of(
            bracket.find() ? bracket.group() : "",
            ofExtras(label(local)),
            lastSentence(local),
            local,
            ofPart(innermost(statement)))
        : labels(statement, row).stream();
  }

  /** A heading that names nothing but a part of pay: "Joining bonus"; empty for others. */
  private static String ofPart(String heading) {
    String part = ofExtras(heading);
    return Words.of(part).size() <= 2 && PayTerms.measure(part).isPresent() ? part : "";
  }

  /** A label or heading; "Extras" says no more than that what it labels is none of the pay. */
  private static String ofExtras(String label) {
    return ADDITIONS.matcher(label.strip()).matches() ? "allowance" : label;
  }

  private static final Pattern ADDITIONS =
      Pattern.compile(
          "(?i)(?:extras|premiums|supplements|additions|add-ons|(?:extra|additional) payments?)");

  /** The sentence that a text ends with, if it holds an amount: another says the other amounts. */
  private static String lastSentence(String text) {
    Matcher start = SENTENCE_START.matcher(text);
    int at = 0;
    while (start.find()) {
      at = start.end();
    }
    return holdsMoney(text.substring(at)) ? text.substring(at) : "";
  }

  private static final Pattern SENTENCE_START = Pattern.compile("[.!?]\\s+(?=\\p{Lu})");

  /** "OTE £55,000 (£41,000 base)": what stands beside an amount in brackets. */
  private static final Pattern OPEN_BRACKET =
      Pattern.compile("\\([^)]*(?:\\p{Sc}|\\b\\p{Lu}{3}\\s)\\s?\\d[^)]*\\)?$");

  /** The heading and the labels of a row without what describes its job in many words. */
  private static List<String> labels(Statement statement, List<String> row) {
    Set<String> descriptions =
        statement.cells().stream()
            .skip(1)
            .map(Cell::text)
            .filter(text -> Words.of(text).size() > MAX_LABEL)
            .collect(Collectors.toSet());
    return row.stream().filter(text -> !descriptions.contains(text)).toList();
  }

  /** The label of a row behind its first cell, in words. */
  private static final int MAX_LABEL = 7;

  private Statistic statistic(Statement statement, String local, List<String> row) {
    if (RANKS.matcher(row.isEmpty() ? label(local) : row.getFirst()).find()) {
      return Statistic.UNSPECIFIED;
    }
    if (!row.isEmpty()) {
      Matcher rank = RANK_HEADER.matcher(row.getFirst().strip());
      if (rank.find()) {
        int percent = Integer.parseInt(rank.group(1));
        boolean fromTop = percent < 50 && UPPER_END.matcher(row.getFirst()).find();
        return Statistic.percentile(fromTop ? 100 - percent : percent);
      }
      Matcher label = RANK_LABEL.matcher(row.size() > 1 ? row.get(1).strip() : "");
      if (label.find()) {
        return Statistic.percentile(Integer.parseInt(label.group(1)));
      }
    }
    Optional<Statistic> rank = rankBeside(statement, local);
    if (rank.isPresent()) {
      return rank.get();
    }
    Optional<Statistic> end =
        row.isEmpty() || PERCENTILES.matcher(row.getFirst()).find()
            ? Optional.empty()
            : ScaleEnds.ofColumn(row.getFirst(), statement.cells());
    if (end.isPresent()) {
      return end.get();
    }
    if (!row.isEmpty() && RANGE_COLUMN.matcher(row.getFirst().strip()).matches()) {
      return Statistic.UNSPECIFIED;
    }
    boolean endOfRange = !row.isEmpty() && PayTerms.statistic(row.getFirst()).isEmpty();
    if (endOfRange && PayTerms.end(row.getFirst()).isPresent()) {
      return PayTerms.end(row.getFirst()).get();
    }
    String name = row.isEmpty() ? label(local) : row.size() > 1 && endOfRange ? row.get(1) : "";
    Optional<Statistic> labelled =
        name.isBlank() ? Optional.empty() : ScaleEnds.named(name, labelsBeside(statement));
    if (labelled.isPresent()) {
      return labelled.get();
    }
    List<String> contexts = new ArrayList<>();
    contexts.add(label(local));
    contexts.add(withoutRanks(local));
    contexts.addAll(labels(statement, row));
    contexts.addAll(statement.lead().reversed());
    boolean part = row.isEmpty() && PayTerms.names(Measure.BONUS, local);
    contexts.add(part ? "" : innermost(statement));
    if (row.isEmpty() && !SEVERAL_STATISTICS.matcher(statement.text()).find()) {
      contexts.add(PayTerms.withoutShares(withoutRanks(beginning(local, statement.text()))));
    }
    for (String context : contexts) {
      Optional<Statistic> statistic = PayTerms.statistic(context);
      if (statistic.isPresent()) {
        return statistic.get();
      }
    }
    return Statistic.UNSPECIFIED;
  }

  /** "Salary range" beside a column of averages gives no average. */
  private static final Pattern RANGE_COLUMN =
      Pattern.compile("(?i)(?:(?:annual|yearly|monthly|hourly|salary|pay|wage) )+range\\b.*");

  /** The label that a statement has for its amount: that of a text or of a row of a table. */
  private static String labelOf(Statement statement) {
    return statement.cells().isEmpty()
        ? label(statement.text())
        : statement.cells().getFirst().text();
  }

  /** The labels of the other statements of the list or table that a statement stands in. */
  private List<String> labelsBeside(Statement statement) {
    return document.statements().stream()
        .filter(other -> isBeside(other, statement))
        .map(FactExtractor::labelOf)
        .toList();
  }

  private static boolean isBeside(Statement other, Statement statement) {
    return !other.equals(statement)
        && other.path().equals(statement.path())
        && other.lead().equals(statement.lead())
        && other.cells().isEmpty() == statement.cells().isEmpty();
  }

  private static final Pattern SEVERAL_STATISTICS =
      Pattern.compile(
          "(?:percent|percentile|lowest|highest|top|tenth).*(?:percent|percentile|lowest|highest|top|tenth|median|average)|median.*average|average.*median",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RANK_HEADER =
      Pattern.compile(
          "(?<!\\b(?:steps?|years?|level|grade|point|band|tier|class|market))(?:^|\\s)p?(10|20|25|40|50|60|75|80|90|95)\\s?(?:th|st)?\\s?(?:%(?!\\s*\\p{Sc})|pct\\b|pctl|percent(?:ile)?\\b|$|(?<=\\bp\\d{2})\\s?[(\\p{Sc}])",
          Pattern.CASE_INSENSITIVE);

  /** The percentile that a row or a bullet has a bare number for: "10th", "50% (median)". */
  private static Optional<Statistic> rankBeside(Statement statement, String local) {
    String above = String.join(" ", statement.lead()) + " " + innermost(statement);
    List<String> labels =
        statement.cells().isEmpty()
            ? List.of(label(local))
            : statement.cells().stream()
                .filter(cell -> PERCENTILES.matcher(cell.header() + " " + above).find())
                .map(Cell::text)
                .toList();
    return labels.stream()
        .map(label -> BARE_RANK.matcher(label.strip()))
        .filter(Matcher::matches)
        .map(rank -> Statistic.percentile(Integer.parseInt(rank.group(1))))
        .findFirst();
  }

  private static final Pattern PERCENTILES = Pattern.compile("(?i)\\b(?:percentiles?|pctls?)\\b");

  private static final Pattern BARE_RANK =
      Pattern.compile("(?i)p?(10|20|25|40|50|60|75|80|90|95)\\s?(?:th|%)(?:\\s*\\(.*\\))?");

  /** "10th percentile wage": the label of a row in a column of "average annual salaries". */
  private static final Pattern RANK_LABEL =
      Pattern.compile("(?i)^(10|20|25|40|50|60|75|80|90|95)(?:th|st)? (?:percentile|pctl?)\\b");

  private static final Pattern UPPER_END =
      Pattern.compile("\\b(?:highest|top|upper)\\b", Pattern.CASE_INSENSITIVE);

  /** A pair of percentiles describes a range and is no single percentile. */
  private static String withoutRanks(String text) {
    return RANKS.matcher(text).replaceAll(" ");
  }

  private static final Pattern RANKS =
      Pattern.compile(
          "\\d{1,2}(?:st|nd|rd|th)?\\s*(?:-|–|to|and)\\s*\\d{1,2}(?:st|nd|rd|th)?\\s*percentiles?"
              + "|\\bp\\d{2}\\s*(?:-|–|to)\\s*p\\d{2}\\b",
          Pattern.CASE_INSENSITIVE);

  private OptionalInt year(Statement statement, String local, List<String> row) {
    List<String> contexts = new ArrayList<>();
    if (row.isEmpty() || !isNumeric(local)) {
      contexts.add(ENDED.matcher(local).replaceFirst(""));
    }
    contexts.addAll(row);
    statement.cells().stream()
        .filter(cell -> YEAR_COLUMN.matcher(cell.header().strip()).matches())
        .map(cell -> cell.text().strip())
        .filter(text -> CALENDAR_YEAR.matcher(text).matches())
        .forEach(contexts::add);
    contexts.addAll(statement.lead().reversed());
    contexts.addAll(statement.path().reversed());
    for (String context : contexts) {
      int latest = 0;
      for (Figure figure : Figures.in(Years.withoutEntries(context))) {
        if (figure.kind() == Figure.Kind.CALENDAR_YEAR) {
          latest = Math.max(latest, (int) largest(figure.value()));
        }
      }
      if (latest > 0) {
        return OptionalInt.of(latest);
      }
    }
    return document.asOf();
  }

  /** "The previous scale ended in 2023; pay is now": the year is of no amount behind it. */
  private static final Pattern ENDED =
      Pattern.compile("(?i)^[^;$£€]*\\b(?:ended|expired|lapsed|ran out) in \\d{4}(?=[;,.]|,? and)");

  private static final Pattern YEAR_COLUMN = Pattern.compile("(?i)(?:calendar )?year");
  private static final Pattern CALENDAR_YEAR = Pattern.compile("(?:19|20)\\d{2}");

  private Fact market(
      Statement statement, String local, List<String> row, Range value, Unit unit, String wording) {
    OptionalInt from = OptionalInt.empty();
    OptionalInt to = OptionalInt.empty();
    List<String> texts = new ArrayList<>();
    texts.add(local);
    texts.add(statement.text());
    texts.addAll(row);
    for (String text : texts) {
      for (Figure figure : Figures.in(text)) {
        if (figure.kind() == Figure.Kind.CALENDAR_YEAR && to.isEmpty()) {
          int low = (int) figure.value().low().orElse(0);
          int high = (int) figure.value().high().orElse(0);
          to = OptionalInt.of(high);
          from = low == high ? from : OptionalInt.of(low);
        }
      }
    }
    return new Fact.Market(
        statement, subject(statement, local, "", row), value, unit, wording, from, to);
  }

  private static String of(String text, Figure figure, List<String> row) {
    if (!row.isEmpty()) {
      return String.join(" ", row).strip();
    }
    String behind = text.substring(figure.end()).strip();
    int end = behind.length();
    for (int i = 0; i < behind.length(); i++) {
      if (".,;:()".indexOf(behind.charAt(i)) >= 0) {
        end = i;
        break;
      }
    }
    return behind.substring(0, end).strip();
  }

  private Subject subject(Statement statement, String local, String label, List<String> row) {
    Optional<String> rung = rung(statement, label, row);
    Title title =
        rung.isPresent() || statement.cells().stream().anyMatch(FactExtractor::isUnderLevel)
            ? titleAbove(statement).orElseGet(() -> new Title(document.title(), true, ""))
            : title(statement, local, label, row);
    String rest = title.wording().isEmpty() ? local : local.replace(title.wording(), " ");
    Optional<Place> place = place(statement, rest, label, row);
    String labelled = title.wording().isEmpty() ? label : label.replace(title.wording(), " ");
    Optional<Band> band =
        rung.map(name -> Bands.in(name).orElse(new Band(name, Optional.empty(), Optional.empty())))
            .or(() -> band(statement, rest, labelled, row));
    if (title.role() && !row.isEmpty()) {
      band = ofCode(statement, stageOf(statement, band));
    }
    String detail = detail(statement, local, title, label, row, band, place);
    return new Subject(title.name(), title.role(), band, place, detail);
  }

  /** "Lead" under "Level": a step of the job and no job. */
  private static boolean isUnderLevel(Cell cell) {
    return Bands.isHeader(cell.header()) && Bands.isRung(cell.text());
  }

  /** "Lead" beside "Trainee" and other stages, without a heading that says so. */
  private Optional<String> rung(Statement statement, String label, List<String> row) {
    String name = row.isEmpty() ? label : statement.cells().getFirst().text();
    boolean beside =
        Bands.isRung(name)
            && (row.isEmpty() || statement.cells().getFirst().header().isBlank())
            && document.statements().stream()
                .filter(other -> other.path().equals(statement.path()))
                .map(FactExtractor::labelOf)
                .anyMatch(other -> !other.equals(name) && isStep(other));
    return beside ? Optional.of(name.strip()) : Optional.empty();
  }

  private static boolean isStep(String label) {
    return Bands.isStage(label)
        || (Words.of(label).size() <= 2
            && Bands.in(label).flatMap(Band::stage).isPresent()
            && JobTitles.whole(label).filter(title -> !Bands.isRung(title)).isEmpty());
  }

  private record Title(String name, boolean role, String wording) {}

  private Title title(Statement statement, String local, String label, List<String> row) {
    if (!row.isEmpty()) {
      Optional<Title> inRow = titleInRow(statement, row);
      if (inRow.isPresent()) {
        return inRow.get();
      }
    } else {
      if (ALL_JOBS.matcher(label.isEmpty() ? local : label).find()
          || EVERYBODY.matcher(local).find()) {
        return new Title(ALL_OCCUPATIONS, false, label);
      }
      Optional<String> kind = kindOfJobs(local).or(() -> kindOfJobs(label));
      if (kind.isPresent()) {
        return new Title(kind.get(), false, kind.get());
      }
      if (OWN_ACCOUNT.matcher(label.strip()).matches()) {
        return titleAbove(statement).orElseGet(() -> new Title(document.title(), true, ""));
      }
      Optional<String> whole = titleOf(label);
      if (whole.isPresent()) {
        return titled(whole.get(), whole.get());
      }
      if (isOther(statement) && isShortName(label)) {
        return titled(label.strip(), label);
      }
      Optional<Title> ofSeveral = joinedIn(local);
      if (ofSeveral.isPresent()) {
        return ofSeveral.get();
      }
      List<JobTitles.Found> found =
          JobTitles.in(local).stream().map(one -> behindPlace(local, one)).toList();
      for (JobTitles.Found one : found) {
        JobName name = JobName.of(one.title());
        if (otherTitles.contains(name) || isRole(name)) {
          return titled(one.title(), one.title());
        }
      }
      Optional<String> paid = paidIn(local, found);
      if (paid.isPresent()) {
        return titled(paid.get(), paid.get());
      }
      Optional<Title> above =
          (found.isEmpty() ? titleBefore(statement) : Optional.<Title>empty())
              .or(() -> titleAbove(statement));
      if (above.isPresent()) {
        return above.get();
      }
      if (!found.isEmpty()) {
        String near = withAlternative(local, found);
        return titled(near, near);
      }
    }
    return titleAbove(statement).orElseGet(() -> new Title(document.title(), true, ""));
  }

  /** "In Leeds arborists earn" speaks of arborists. */
  private JobTitles.Found behindPlace(String text, JobTitles.Found title) {
    List<Places.Found> named = places.in(title.title());
    boolean inPlace =
        !named.isEmpty()
            && named.getFirst().start() == 0
            && named.getFirst().end() < title.title().length()
            && IN_FRONT_OF_PLACE.matcher(text.substring(0, title.start())).find();
    int start = inPlace ? title.start() + named.getFirst().end() + 1 : title.start();
    return inPlace
        ? new JobTitles.Found(text.substring(start, title.end()), start, title.end())
        : title;
  }

  private static final Pattern IN_FRONT_OF_PLACE =
      Pattern.compile("(?i)\\b(?:in|across|around|near|outside)\\s$");

  /** The job that a label names, alone or in front of what narrows it: "Captain, regional jet". */
  private static Optional<String> titleOf(String label) {
    int comma = label.indexOf(',');
    Optional<String> whole = label.isBlank() ? Optional.empty() : JobTitles.whole(label);
    return whole.isPresent() || comma < 0
        ? whole
        : JobTitles.whole(label.substring(0, comma))
            .filter(title -> NARROWED.matcher(label).find());
  }

  /** How somebody is employed, which is no job: "Sole trader/self-employed". */
  private static final Pattern OWN_ACCOUNT =
      Pattern.compile(
          "(?i)(?:(?:sole traders?|self[- ]employed|freelancers?|business owners?|(?:limited|ltd)"
              + " compan(?:y|ies)|contractors?|and|or)(?:[ /&,()]+|$))+");

  /** What stands behind the comma has no capital, so it is no other job. */
  private static final Pattern NARROWED = Pattern.compile("^[^,]+,\\s[\\p{Ll}\\d(]");

  /** The job that a clause begins with and says the pay of: "aircraft mechanics $78,680". */
  private static Optional<String> paidIn(String local, List<JobTitles.Found> found) {
    Optional<String> named =
        found.stream()
            .filter(one -> CLAUSE_START.matcher(local.substring(0, one.start())).matches())
            .filter(one -> PAID_BEHIND.matcher(local.substring(one.end())).find())
            .map(JobTitles.Found::title)
            .findFirst();
    Matcher field = PEOPLE_IN_ICS.matcher(local);
    return named.isEmpty()
            && field.find()
            && PAID_BEHIND.matcher(local.substring(field.end())).find()
        ? Optional.of(field.group(1))
        : named;
  }

  /** Plurals of people that end like the names of fields. */
  private static final Pattern PEOPLE_IN_ICS =
      Pattern.compile(
          "(?i)^[^\\p{L}]*(?:(?:and|while|whereas|but|the|an?|most|some)\\s+)*"
              + "((?:\\p{L}+ ){0,3}(?:mechanics|paramedics|critics))\\b");

  private static final Pattern CLAUSE_START =
      Pattern.compile("(?i)[^\\p{L}]*(?:(?:and|while|whereas|but|the|an?|most|some)\\s+)*");

  private static final Pattern PAID_BEHIND =
      Pattern.compile(
          "(?i)^\\s*(?:(?:can|may|will|usually|typically|often|generally|also|had|have|has|an?|the"
              + "|median|average|wage|salary|pay|of|were|are|is|was|earn\\w*|make|made|get|gets|paid|receive\\w*"
              + "|about|around|between|from|up|to|over|more|than|at|only)\\s+|[:–—-]\\s*)*"
              + "(?:\\p{Sc}|\\p{Lu}{1,3}\\p{Sc}|(?:USD|EUR|GBP|CAD|AUD|CHF)\\b|\\d)");

  /** "Entry-level AI jobs pay": a kind of jobs, of which the role is but one. */
  private static Optional<String> kindOfJobs(String text) {
    Matcher subject = KIND_OF_JOBS.matcher(text);
    if (!subject.find()) {
      return Optional.empty();
    }
    String kind = subject.group("kind").strip();
    boolean named =
        Words.of(kind).stream().anyMatch(word -> !PLAIN_KIND.matcher(word).matches())
            && JobTitles.in(kind).isEmpty();
    return named
        ? Optional.of(kind + " " + subject.group("noun").toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static final Pattern KIND_OF_JOBS =
      Pattern.compile(
          "^\\W*(?:(?:the|most|many|some|all|other|entry|mid|senior|junior|executive|early|late|top)(?:[-"
              + " ](?:level|career|range|tier))?[-"
              + " ])*(?<kind>(?:(?!jobs|roles|positions)[\\p{L}/&]+[-"
              + " ]){1,4})(?<noun>jobs|roles|positions)(?=\\s*:|\\s*$|\\s+(?:usually |typically"
              + " |generally |often |also |can |may )*"
              + "(?:pays?|earns?|offers?|starts?|ranges?|averages?|commands?|bring|sit)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** Words that tell no kind of jobs from others. */
  private static final Pattern PLAIN_KIND =
      Pattern.compile(
          "(?i)the|these|those|such|such|similar|this|most|many|some|all|other|level|entry|mid|senior|junior"
              + "|executive|early|late|career|higher|lower|in|at|of|for|and|or|salar(?:y|ies)|pay|wages?"
              + "|average|median|typical|range|ranges|base|total|better|best|paid|paying|full|part|time"
              + "|remote|permanent|seasonal|temporary|casual|round|contract|advertised|new|open|leadership|management");

  private static final String ALL_OCCUPATIONS = "All occupations";
  private static final Pattern ALL_JOBS =
      Pattern.compile("^\\W*(?:total, )?all occupations\\b", Pattern.CASE_INSENSITIVE);

  private Optional<Title> titleInRow(Statement statement, List<String> row) {
    if (ALL_JOBS.matcher(statement.cells().getFirst().text()).find()) {
      return Optional.of(new Title(ALL_OCCUPATIONS, false, statement.cells().getFirst().text()));
    }
    List<JobTitles.Found> above = JobTitles.in(row.getFirst());
    if (!above.isEmpty()
        && above.getFirst().title().length() > MAX_SHORT_FORM
        && !TITLE_COLUMN.matcher(row.getFirst()).matches()
        && headColumnsOfJobs(statement.cells())) {
      return Optional.of(titled(above.getFirst().title(), above.getFirst().title()));
    }
    for (Cell cell : statement.cells()) {
      if (TITLE_COLUMN.matcher(cell.header()).matches()
          && !cell.text().isBlank()
          && !isNumeric(cell.text())
          && !STEP.matcher(cell.text()).find()
          && !STRONG_PAY.matcher(cell.text()).find()) {
        return Optional.of(titled(cell.text(), cell.text()));
      }
    }
    if (isOfIndustries(statement)) {
      return Optional.empty();
    }
    String first = statement.cells().getFirst().text();
    if (isOther(statement) && isShortName(first)) {
      return Optional.of(titled(first, first));
    }
    for (String context : row.subList(1, Math.min(3, row.size()))) {
      String head = head(context);
      Optional<String> whole =
          isExplained(context, head) && JobTitles.whole(head).isPresent()
              ? JobTitles.whole(head)
              : JobTitles.whole(context);
      if (whole.isPresent()) {
        String title = withoutPlace(whole.get());
        return Optional.of(titled(title, title));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether most columns of numbers have a job for a heading: "Contractor" beside others is none.
   */
  private static boolean headColumnsOfJobs(List<Cell> cells) {
    List<String> headings =
        cells.stream().filter(cell -> isNumeric(cell.text())).map(Cell::header).toList();
    long jobs = headings.stream().filter(heading -> !JobTitles.in(heading).isEmpty()).count();
    return headings.size() <= 2 || jobs * 2 > headings.size() + 1;
  }

  /** Whether words in a list of other jobs can be nothing but the name of one: "Driller". */
  private static boolean isShortName(String label) {
    return !label.isBlank()
        && Words.of(label).size() <= MAX_NAME_WORDS
        && Character.isUpperCase(label.strip().charAt(0))
        && !STRONG_PAY.matcher(label).find()
        && label.chars().noneMatch(Character::isDigit);
  }

  private static final int MAX_NAME_WORDS = 5;

  /** "1st 6 months": a step of the job that the rows are grouped under. */
  private static final Pattern STEP =
      Pattern.compile("(?i)\\b(?:months?|years?|yrs?|weeks?|hours?|steps?|levels?|periods?)\\b");

  /** The heading of a column may have other short forms than those of jobs: "hrs OT". */
  private static final int MAX_SHORT_FORM = 2;

  /** "Insurance carriers" in a list of industries are no job. */
  private static boolean isOfIndustries(Statement statement) {
    String header = statement.cells().getFirst().header();
    return INDUSTRIES.matcher(String.join(" ", statement.lead()) + " " + header).find()
        || EMPLOYERS.matcher(header).find()
        || EMPLOYER_COLUMN.matcher(header.strip()).matches();
  }

  /** Headings of columns that name whom people work for. */
  private static final Pattern EMPLOYER_COLUMN =
      Pattern.compile(
          "(?i)(?:(?:kind|type) of"
              + " )?(?:employer|company|organi[sz]ation|operator|setting|workplace|firm|studio|practice)(?:"
              + " (?:type|kind|size))?|(?:who|whom|where) (?:you|they) work(?: for)?");

  private static final Pattern RANKS_OF_ALL =
      Pattern.compile("^the (?:lowest|highest|bottom|top)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern INDUSTRIES =
      Pattern.compile("\\b(?:industr(?:y|ies)|sectors?|employers)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern EMPLOYERS =
      Pattern.compile(
          "\\b(?:employers?|compan(?:y|ies)|firms?|organi[sz]ations?)\\b",
          Pattern.CASE_INSENSITIVE);

  /** "Barbers, in retail trade" are barbers. */
  private static String withoutPlace(String title) {
    int comma = title.indexOf(", in ");
    return comma > 0 && JobTitles.whole(title.substring(0, comma)).isPresent()
        ? title.substring(0, comma)
        : title;
  }

  private static final Pattern STATE_COLUMN = Pattern.compile("(?i)(?:u\\.?s\\.? )?states?");

  /** Whether it is one of several jobs that the title of the document names together. */
  private boolean isJoined(JobName name) {
    return joined.keySet().stream().anyMatch(part -> part.isSameAs(name));
  }

  private boolean isRole(JobName name) {
    return roleNames.stream().anyMatch(role -> role.isSameAs(name));
  }

  /** The job title that the nearest heading or lead is, if one is. */
  private Optional<Title> titleAbove(Statement statement) {
    List<String> far = new ArrayList<>(statement.lead().reversed());
    far.addAll(statement.path().reversed());
    for (int i = 0; i < far.size(); i++) {
      String heading = strip(far.get(i));
      Optional<String> whole =
          JobTitles.whole(heading)
              .or(() -> JobTitles.whole(heading.substring(heading.indexOf(':') + 1).strip()));
      Optional<Title> title =
          whole.isPresent() ? whole.map(name -> titled(name, "")) : joinedIn(far.get(i));
      if (title.isPresent()) {
        return title;
      }
    }
    return Optional.empty();
  }

  /** The one job of several that a text is about, where the title of the document names several. */
  private Optional<Title> joinedIn(String text) {
    List<String> words = joined.isEmpty() ? List.of() : Words.canonical(text);
    if (!words.isEmpty() && Collections.indexOfSubList(words, roleNames.getFirst().words()) >= 0) {
      return Optional.of(new Title(document.title(), true, ""));
    }
    return joined.entrySet().stream()
        .filter(job -> Collections.indexOfSubList(words, job.getKey().words()) >= 0)
        .max(Orders.byInt(job -> job.getKey().words().size()))
        .map(job -> new Title(job.getValue(), false, ""));
  }

  /** "The lowest 10 percent earned less": of the job that the sentence in front is about. */
  private Optional<Title> titleBefore(Statement statement) {
    if (statement.kind() != StatementKind.SENTENCE || statement.ordinal() == 0) {
      return Optional.empty();
    }
    Statement before = document.statements().get(statement.ordinal() - 1);
    if (before.ordinal() > 0 && Figures.in(before.text()).isEmpty()) {
      // a sentence that only explains what a median is
      before = document.statements().get(before.ordinal() - 1);
    }
    boolean continues =
        before.kind() == StatementKind.SENTENCE && before.path().equals(statement.path());
    if (!continues) {
      return Optional.empty();
    }
    boolean ranks = RANKS_OF_ALL.matcher(statement.text()).find();
    return joined.isEmpty() && ranks && STRONG_PAY.matcher(before.text()).find()
        ? JobTitles.in(before.text()).stream().findFirst().map(found -> titled(found.title(), ""))
        : joinedIn(before.text());
  }

  /** "Chief Data Officer or VP of Data Science" is one subject. */
  private static String withAlternative(String text, List<JobTitles.Found> found) {
    JobTitles.Found first = found.getFirst();
    if (found.size() > 1) {
      String between = text.substring(first.end(), found.get(1).start()).strip();
      if (between.equals("or") || between.equals("/")) {
        return text.substring(first.start(), found.get(1).end());
      }
    }
    return first.title();
  }

  private static final String KINDS_OF_PLACE =
      "(?:place|location|city|town|state|province|county|country|region|area)";

  /** "Front office associate by place": what the rows below are told apart by. */
  private static final Pattern BY_WHAT =
      Pattern.compile(
          "(?i)(?:^|\\s+)by\\s+"
              + KINDS_OF_PLACE
              + "$|\\s+by\\s+(?:"
              + KINDS_OF_PLACE
              + "|experience|level|grade|year|age|size|setting|employer|industry|sector|company)(?:"
              + " and \\p{L}+)?$");

  private static String strip(String lead) {
    String text = lead.strip();
    String label = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
    return BY_WHAT.matcher(label).replaceFirst("");
  }

  private Title titled(String name, String wording) {
    if ((Bands.isStage(stageIn(name)) || OF_THE_JOB.matcher(name).matches()) && isOfOneJob()) {
      return new Title(document.title(), true, "");
    }
    JobName job = withoutModels(JobName.of(Bands.withoutCode(name)));
    if (!otherTitles.contains(job) && !isJoined(job) && !isOfThem(name)) {
      for (JobName role : roleNames) {
        boolean single = joined.isEmpty() || job.words().size() == 1;
        if (single ? role.covers(job) : role.isSameAs(job)) {
          return new Title(document.title(), true, wording);
        }
      }
    }
    return new Title(name, false, wording);
  }

  /** What stands in front of a comma that narrows it: "Apprentice" of "Apprentice, year 2". */
  private static String stageIn(String label) {
    return NARROWED.matcher(label).find() ? label.substring(0, label.indexOf(',')) : label;
  }

  /** The stage that the cell of a job names in place of one, with what narrows it. */
  private static Optional<Band> stageOf(Statement statement, Optional<Band> known) {
    return statement.cells().stream()
        .filter(cell ->
            cell.equals(statement.cells().getFirst())
                || TITLE_COLUMN.matcher(cell.header()).matches())
        .map(Cell::text)
        .filter(label -> !stageIn(label).equals(label) && Bands.isStage(stageIn(label)))
        .findFirst()
        .map(label ->
            new Band(label, Bands.in(stageIn(label)).flatMap(Band::stage), Optional.empty()))
        .or(() -> known);
  }

  /** "Senior practitioners": people of the job, by a word that any job has for them. */
  private static final Pattern OF_THE_JOB =
      Pattern.compile(
          "(?i)(?:(?:newly |more |most )?(?:senior|junior|experienced|qualified|new|certified) )?"
              + "(?:practitioners|professionals|job ?holders)");

  /**
   * Whether the document is about a job, even one that nothing is known of, and not about rates.
   */
  private boolean isOfOneJob() {
    return JobTitles.whole(document.title()).isPresent()
        || (Words.of(document.title()).size() <= 2 && !PayTerms.isPay(document.title()));
  }

  /** "Supervisors of nurses" are no nurses. */
  private boolean isOfThem(String name) {
    int of = name.indexOf(" of ");
    return of > 0
        && JobTitles.whole(name.substring(0, of)).isPresent()
        && roleNames.stream()
            .anyMatch(role ->
                !role.words().isEmpty()
                    && JobName.of(name.substring(of + 4)).covers(role)
                    && !JobName.of(name.substring(0, of)).covers(role));
  }

  /** "A350 captain" is a captain, and an "employed tax adviser" is a tax adviser. */
  private static JobName withoutModels(JobName name) {
    List<String> words =
        name.words().stream()
            .filter(word -> word.chars().noneMatch(Character::isDigit) && !PLAIN.contains(word))
            .toList();
    return words.isEmpty() ? name : new JobName(words);
  }

  /** Words that make no other job of one. */
  private static final Set<String> PLAIN =
      Set.of(
          "employed",
          "salaried",
          "qualified",
          "newly",
          "typical",
          "union",
          "unionized",
          "unionised");

  private Optional<Place> place(Statement statement, String local, String label, List<String> row) {
    for (Cell cell : row.isEmpty() ? List.<Cell>of() : statement.cells()) {
      // a city has the same name
      Optional<Place> state = Places.listed(cell.text().strip() + " State");
      if (state.isPresent() && STATE_COLUMN.matcher(cell.header().strip()).matches()) {
        return state;
      }
    }
    List<Places.Found> near = places.in(local);
    if (row.isEmpty() && !near.isEmpty()) {
      return notMarket(near.getFirst().place());
    }
    if (!row.isEmpty()) {
      // "California: $54,320; Texas: $38,940" in one cell
      for (Places.Found found : near.reversed()) {
        if (local.substring(found.end()).stripLeading().startsWith(":")) {
          return notMarket(found.place());
        }
      }
    }
    Optional<Place> only =
        row.isEmpty() && statement.text().startsWith(label) && !OF_NAME.matcher(local).find()
            ? onlyPlace(statement.text())
                .or(() -> onlyPlaceOf(beginning(local, statement.text())))
                .or(() -> paragraph(statement).flatMap(before -> onlyPlace(before.text())))
            : Optional.empty();
    if (only.isPresent()) {
      return notMarket(only.get());
    }
    for (String context : row) {
      Optional<Place> whole = places.whole(context);
      if (whole.isPresent()) {
        return isOfPart(statement) ? whole : notMarket(whole.get());
      }
    }
    for (Cell cell : statement.cells()) {
      boolean isName =
          cell.text().length() <= 40 && !isNumeric(cell.text()) && !cell.text().isBlank();
      if (!row.isEmpty()
          && isName
          && DocumentPlaces.COLUMN.matcher(cell.header().strip()).matches()) {
        List<Places.Found> known = places.in(cell.text());
        return notMarket(
            known.size() == 1 ? known.getFirst().place() : new Place(cell.text(), Place.Kind.CITY));
      }
    }
    for (String context : row) {
      List<Places.Found> inside = places.in(context);
      if (inside.size() == 1) {
        return notMarket(inside.getFirst().place());
      }
    }
    List<String> far = new ArrayList<>(statement.lead().reversed());
    far.addAll(statement.path().reversed());
    for (String context : far) {
      Optional<Place> whole = places.whole(strip(context));
      if (whole.isPresent()) {
        return notMarket(whole.get());
      }
      List<Places.Found> inside = places.in(context);
      if (inside.size() == 1 && !context.equals(document.title())) {
        return notMarket(inside.getFirst().place());
      }
    }
    return Optional.empty();
  }

  /** The place that a sentence begins with and that all of its figures are about. */
  private Optional<Place> onlyPlace(String text) {
    List<Places.Found> found = places.in(text);
    return found.size() == 1 && found.getFirst().start() <= MAX_LEAD && !WHOLE.matcher(text).find()
        ? Optional.of(found.getFirst().place())
        : Optional.empty();
  }

  /** "The Mid-Atlantic ($139,700)": an amount in brackets is of the name in front of them. */
  private static final Pattern OF_NAME =
      Pattern.compile("\\p{Lu}[\\p{L}-]+(?: \\p{L}+)? \\(\\s*\\p{Lu}{0,2}\\p{Sc}");

  /** The one place that is told in front of the first amount of a sentence, and of the others. */
  private Optional<Place> onlyPlaceOf(String beginning) {
    List<Places.Found> found = places.in(beginning);
    return found.size() == 1 && !WHOLE.matcher(beginning).find()
        ? Optional.of(found.getFirst().place())
        : Optional.empty();
  }

  /** A place further behind is not what a sentence is about, in characters. */
  private static final int MAX_LEAD = 4;

  private static final Pattern WHOLE =
      Pattern.compile("(?i)\\b(?:national\\w*|nation|nationwide|overall|countrywide)\\b");

  /** The country the whole document is about narrows nothing. */
  private Optional<Place> notMarket(Place place) {
    return isMarket(place) ? Optional.empty() : Optional.of(place);
  }

  /** Whether a table is about a part of the country, as "How Minnesota compares" says. */
  private boolean isOfPart(Statement statement) {
    return Stream.concat(statement.path().stream(), statement.lead().stream())
        .flatMap(context -> places.in(context).stream())
        .anyMatch(found -> !isMarket(found.place()));
  }

  private boolean isMarket(Place place) {
    if (place.kind() != Place.Kind.COUNTRY) {
      return false;
    }
    return document.market().isPresent()
        ? Places.in(document.market().get()).stream()
            .anyMatch(found -> Places.same(found.place(), place))
        : Places.uses(place, currency);
  }

  private static Optional<Band> band(
      Statement statement, String local, String label, List<String> row) {
    if (!row.isEmpty()) {
      Optional<Band> own = isNumeric(local) ? Optional.empty() : Bands.in(local);
      if (own.isPresent() && own.get().stage().isPresent() && !isTitle(local)) {
        return own;
      }
      Optional<Band> fromHeader = Optional.empty();
      for (Cell cell : statement.cells()) {
        if (Bands.isHeader(cell.header())
            && !cell.text().isBlank()
            && !isMeasure(cell.text())
            && !CALENDAR_YEAR.matcher(cell.text().strip()).matches()
            && (isUnderLevel(cell) || !isTitle(cell.text()))) {
          String name =
              SHORT_NUMBER.matcher(cell.text().strip()).matches()
                      && !cell.header().contains("xperience")
                  ? cell.header() + " " + cell.text().strip()
                  : cell.text();
          Optional<Band> here =
              Bands.whole(name, true)
                  .map(band ->
                      band.years().isPresent() || !COUNTS_YEARS.matcher(cell.header()).find()
                          ? band
                          : new Band(band.name(), band.stage(), Bands.years(cell.text())));
          fromHeader = fromHeader.isEmpty() ? here : merged(fromHeader.get(), here);
        }
      }
      if (fromHeader.isPresent()) {
        return fromHeader;
      }
      String first = statement.cells().getFirst().text().strip();
      if (row.contains(first)
          && GRADE.matcher(first).matches()
          && Bands.whole(row.getFirst(), false).isEmpty()) {
        return Optional.of(new Band(first, Optional.empty(), Optional.empty()));
      }
      for (String context : row) {
        Optional<Band> whole =
            STRONG_PAY.matcher(context).find() ? Bands.in(context) : Bands.whole(context, false);
        if (whole.isPresent() && !isTitle(context)) {
          return Optional.of(ofGrade(statement, whole.get()));
        }
      }
      for (String context : row.subList(0, Math.min(2, row.size()))) {
        Optional<Band> years = withYears(context).or(() -> yearsOfLabel(context));
        if (years.isPresent()) {
          return years;
        }
        Optional<Band> inside = Bands.in(context);
        if (inside.isPresent() && !isTitle(context)) {
          return inside;
        }
      }
    } else {
      String own = label.isBlank() ? yearsInFront(statement.text()) : label;
      Optional<Band> whole = own.isBlank() ? Optional.empty() : Bands.whole(own, false);
      if (whole.isPresent()) {
        return withinBand(statement, whole.get());
      }
    }
    Optional<Band> near =
        Bands.in(PayTerms.withoutDeductions(local))
            .or(() -> row.isEmpty() ? yearsOf(local, statement.text()) : Optional.empty());
    if (near.isPresent()) {
      return near;
    }
    List<String> far = new ArrayList<>(statement.lead().reversed());
    far.addAll(statement.path().reversed());
    for (String context : far) {
      Optional<Band> whole = Bands.whole(strip(context), false);
      if (whole.isPresent()) {
        return whole;
      }
      Matcher years = YEARS_OF_EXPERIENCE.matcher(context);
      if (years.find()) {
        return Bands.whole(years.group(1), true);
      }
    }
    return Optional.empty();
  }

  /** "S 8a" in front of the columns of its steps: "S 8a, Stufe 3". */
  private static Band ofGrade(Statement statement, Band step) {
    String grade = statement.cells().getFirst().text().strip();
    boolean within = step.stage().isEmpty() && step.years().isEmpty() && !step.name().equals(grade);
    return within && GRADE.matcher(grade).matches()
        ? new Band(grade + ", " + step.name(), Optional.empty(), Optional.empty())
        : step;
  }

  private static final Pattern GRADE = Pattern.compile("\\p{Lu}{1,3}[- ]?\\d{1,2} ?[a-z]?");

  /** "After 2 years" in the row of a "Band 6 paramedic": a step within the band. */
  private static Optional<Band> ofCode(Statement statement, Optional<Band> step) {
    String label = statement.cells().getFirst().text();
    Optional<String> code = isTitle(label) ? Bands.codeInFront(label) : Optional.empty();
    if (code.isEmpty() || step.filter(band -> band.name().contains(code.get())).isPresent()) {
      return step;
    }
    String name = step.map(band -> ", " + band.name()).orElse("");
    return Optional.of(
        new Band(code.get() + name, step.flatMap(Band::stage), step.flatMap(Band::years)));
  }

  /**
   * "Coordinator (2-4 yrs)", "After 5 years": the years that a label of a cell ends or begins with.
   */
  private static Optional<Band> yearsOfLabel(String label) {
    String text = label.strip();
    Matcher years = YEARS_OF_LABEL.matcher(text);
    if (Words.of(text).size() > MAX_LABEL || !years.find()) {
      return Optional.empty();
    }
    Optional<Range> range =
        years.group("after") == null
            ? Bands.years(years.group("in").replaceAll("\\s?y$", " years"))
            : Bands.years(years.group("after") + "+ years");
    Optional<Band.Stage> stage = Bands.in(text).flatMap(Band::stage);
    return range.map(found -> new Band(text, stage, Optional.of(found)));
  }

  private static final Pattern YEARS_OF_LABEL =
      Pattern.compile(
          "(?i)\\((?<in>(?:under |over |up to |less than"
              + " )?\\d{1,2}(?:\\s?(?:to|-|\u2013)\\s?\\d{1,2}|\\s?\\+)?\\s?(?:years?|yrs?|y))\\)$|^after"
              + " (?<after>\\d{1,2}) (?:years?|yrs?)\\b");

  /** "Average base pay": what the row says of the bands that head its columns. */
  private static boolean isMeasure(String label) {
    return Bands.in(label).isEmpty()
        && Bands.years(label).isEmpty()
        && (PayTerms.measure(label).isPresent() || STRONG_PAY.matcher(label).find());
  }

  /** "2-4 years £32,324" under "Band 5" is of a step within the band. */
  private static Optional<Band> withinBand(Statement statement, Band step) {
    Optional<Band> outer =
        step.stage().isPresent() || step.years().isEmpty()
            ? Optional.empty()
            : Bands.whole(strip(innermost(statement)), false)
                .filter(band -> band.stage().isEmpty() && band.years().isEmpty());
    return Optional.of(
        outer
            .map(band -> new Band(band.name() + ", " + step.name(), Optional.empty(), step.years()))
            .orElse(step));
  }

  /** The years of experience that a line begins with and that an amount follows, or nothing. */
  private static String yearsInFront(String text) {
    Matcher line = YEARS_AND_AMOUNT.matcher(text);
    return line.matches() ? line.group(1).strip() : "";
  }

  private static final Pattern YEARS_AND_AMOUNT =
      Pattern.compile(
          "(?i)((?:[<>\u2264\u2265]|(?:under|over|less than|more than|up to)"
              + " )?\\s?\\d{1,2}(?:\\s?(?:-|\u2013|to)\\s?\\d{1,2})?\\s?\\+?"
              + " ?(?:years?|yrs?)['\u2019]?(?: (?:of"
              + " )?experience)?)\\s*[:\u2013-]?\\s*\\p{Sc}?\\s?\\d[\\d,. ]*");

  /** "Shearers with more than three years' experience": the years that a label asks for. */
  private static Optional<Band> withYears(String label) {
    Matcher years = WITH_YEARS.matcher(label);
    if (!years.find()) {
      return Optional.empty();
    }
    String after = years.group("after");
    return Stream.of(years.group(1), years.group("behind"), years.group("bare"), after)
        .filter(Objects::nonNull)
        .findFirst()
        .map(name ->
            new Band(
                name, Optional.empty(), Bands.years(name).map(y -> after == null ? y : onwards(y))))
        .filter(band -> band.years().isPresent());
  }

  /** "After ten years" is ten years or more. */
  private static Range onwards(Range years) {
    return new Range(
        OptionalDouble.of(years.low().orElse(largest(years))), OptionalDouble.empty(), true, false);
  }

  /**
   * The years that the clause of an amount is about, or those that its sentence begins with:
   * "Surveyors with 11 – 20 years experience earn R971,000 there, followed by R868,485 here".
   */
  private static Optional<Band> yearsOf(String clause, String text) {
    Matcher inClause = WITH_YEARS.matcher(clause);
    if (!inClause.find()) {
      return withYears(beginning(clause, text));
    }
    List<Figure> own = moneyIn(clause);
    boolean isRise =
        inClause.group("after") != null
            && !own.isEmpty()
            && inClause.start() >= own.getLast().end()
            && !own.getLast().value().isSingle();
    return !own.isEmpty()
            && !isRise
            && (inClause.end() <= own.getLast().start()
                || !PART_END
                    .matcher(clause.substring(own.getLast().end(), inClause.start()))
                    .find())
        ? withYears(clause)
        : Optional.empty();
  }

  /**
   * What stands in front of the first amount of a sentence, if it says it of the amount of this
   * clause too, or nothing.
   */
  private static String beginning(String clause, String text) {
    List<Figure> own = moneyIn(clause);
    List<Figure> all = moneyIn(text);
    if (own.isEmpty() || all.isEmpty()) {
      return "";
    }
    int first = all.getFirst().end();
    int at = text.indexOf(own.getLast().wording(), first);
    return at >= 0
            && !OF_OTHERS.matcher(text.substring(first, at)).find()
            && !OWN_LABEL.matcher(text.substring(first, at)).find()
        ? text.substring(0, all.getFirst().start())
        : "";
  }

  private static List<Figure> moneyIn(String text) {
    return Figures.in(text).stream().filter(f -> f.kind() == Figure.Kind.MONEY).toList();
  }

  private static final Pattern PART_END =
      Pattern.compile("(?i)[,;.]|\\b(?:and|but|while|whereas|although|though)\\b");

  /** Words behind which an amount is not of those a sentence begins with. */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "(?i);|\\+\\s|\\b(?:plus|averages?|mean|median|most|all|overall|nation\\w*|typical\\w*|compared|versus|vs"
              + "|than|while|whereas|but|although|though|however|against|with|without|others?)\\b");

  private static final String NUMBER =
      "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
          + "|twenty-five|thirty)";

  private static final Pattern WITH_YEARS =
      Pattern.compile(
          "(?i)\\bwith ((?:(?:more|less) than |over |under |up to |at least )?[\\p{L}\\d]+(?:"
              + " or more| ?(?:to|-|\u2013) ?[\\p{L}\\d]+)?\\+? (?:years|yrs))['\u2019]?(?: of)?"
              + " experience\\b|, (?<behind>\\d{1,2}(?:\\s?(?:to|-|\u2013)\\s?\\d{1,2}|\\+)"
              + " (?:years|yrs))\\b|\\b(?:(?<after>after (?:more than |over |at least )?"
              + NUMBER
              + " (?:years|yrs))|with (?<bare>(?:(?:more|less) than |over |under |up to |at least"
              + " )?"
              + NUMBER
              + "(?: or more| ?(?:to|-|\u2013) ?"
              + NUMBER
              + ")?\\+? (?:years|yrs)))['\u2019]?(?: (?:of|in|on) (?:the |this |a |your"
              + " )?(?:job|role|post|position|service|practice"
              + "|field|profession|trade|industry|business))?(?=\\s*(?:[,:;.)]|$))");

  /** "By city (3 years experience)" */
  private static final Pattern YEARS_OF_EXPERIENCE =
      Pattern.compile(
          "(?i)\\b("
              + NUMBER
              + "(?:\\s?(?:-|–|to)\\s?"
              + NUMBER
              + ")?\\+? (?:years|yrs))(?: of)? experience");

  private static boolean isTitle(String text) {
    return JobTitles.whole(text).isPresent() && !Bands.isStage(text);
  }

  /** Headings of columns whose bare numbers are years, unlike those of steps and pay points. */
  private static final Pattern COUNTS_YEARS =
      Pattern.compile("(?i)experience|\\b(?:years?|yrs|service|practice|seniority)\\b");

  private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,2}[a-z]?\\+?");

  /** A table may give the name of a band and its years or its step in two columns. */
  private static Optional<Band> merged(Band name, Optional<Band> other) {
    if (other.isEmpty()) {
      return Optional.of(name);
    }
    Band second = other.get();
    if (second.stage().isEmpty() && second.years().isEmpty()) {
      return Optional.of(new Band(name.name() + ", " + second.name(), name.stage(), name.years()));
    }
    boolean firstIsName = name.stage().isPresent() || name.years().isEmpty();
    Band named = firstIsName ? name : second;
    Band years = firstIsName ? second : name;
    if (years.stage().isEmpty() && years.years().isEmpty() && named.stage().isEmpty()) {
      return Optional.of(
          new Band(named.name() + ", " + years.name(), Optional.empty(), named.years()));
    }
    return Optional.of(
        new Band(
            named.name(),
            named.stage(),
            named.years().isPresent() ? named.years() : years.years()));
  }

  /** What narrows the fact beyond job, band and place: an industry, a company, a group of rows. */
  private String detail(
      Statement statement,
      String local,
      Title title,
      String label,
      List<String> row,
      Optional<Band> band,
      Optional<Place> place) {
    List<String> parts = new ArrayList<>();
    if (row.isEmpty()) {
      String rest = title.wording().isEmpty() ? label : label.replace(title.wording(), " ");
      addRest(parts, rest, band, place);
      Matcher special = SPECIAL_GROUP.matcher(statement.text());
      if (label.isEmpty() && special.find()) {
        parts.add(special.group());
      } else if (label.isEmpty()) {
        onTop(local).or(() -> onTop(around(local, statement.text()))).ifPresent(parts::add);
      }
    } else {
      boolean industries = isOfIndustries(statement);
      numberOf(statement.cells().getFirst()).ifPresent(parts::add);
      for (int i = 0; i < row.size(); i++) {
        String context = row.get(i);
        if (industries && i > 0 && place.isEmpty() && !context.isBlank()) {
          parts.add(context.strip());
        } else if (!context.equals(title.wording())) {
          addRest(parts, context, band, place);
        }
      }
    }
    List<String> far = new ArrayList<>(statement.lead().reversed());
    if (!statement.path().isEmpty() && statement.path().size() > 1) {
      far.add(innermost(statement));
    }
    for (String context : far) {
      boolean isTitle = JobTitles.whole(strip(context)).isPresent();
      boolean isRole =
          roleNames.stream()
              .anyMatch(name -> !name.words().isEmpty() && JobName.of(context).covers(name));
      boolean isSource = SOURCE.matcher(context).find();
      if (!isTitle && !isRole && !isSource && joinedIn(context).isEmpty()) {
        addRest(parts, strip(context), band, place);
      }
    }
    return String.join("; ", parts);
  }

  private static Optional<String> onTop(String text) {
    Matcher onTop = ON_TOP.matcher(PayTerms.withoutExtras(text));
    return onTop.find() ? Optional.of(onTop.group()) : Optional.empty();
  }

  /** "Figures as per 2024 harbour data": where figures come from narrows nothing. */
  private static final Pattern SOURCE =
      Pattern.compile(
          "(?i)^\\W*(?:(?:all|the|these) )?figures\\b|\\b(?:as per|according to|source:)");

  /** "Age 20": the label of a row that is a number, with what it counts. */
  private static Optional<String> numberOf(Cell cell) {
    String header = cell.header().strip();
    String number = cell.text().strip();
    return SHORT_RANGE.matcher(number).matches()
            && COUNTED_LABEL.matcher(header).matches()
            && !Bands.isHeader(header)
            && !PERCENTILES.matcher(header).find()
        ? Optional.of(header + " " + number)
        : Optional.empty();
  }

  private static final Pattern SHORT_RANGE =
      Pattern.compile("(?:under |over )?\\d{1,3}(?:\\s?[-\u2013]\\s?\\d{1,3})?\\+?");

  /** Headings of numbers that tell rows apart, unlike those of codes, ranks and head counts. */
  private static final Pattern COUNTED_LABEL =
      Pattern.compile(
          "(?i)(?!.*\\b(?:rank\\w*|codes?|n[or]|numbers?|id|ids|noc|soc|isco|jobs|workers|employment|openings"
              + "|salar(?:y|ies)|pay|wages?|weeks?)\\b)\\p{L}{3,}[^\\d]{0,30}");

  /** What is said of an amount, with all that stands in front of it between semicolons. */
  private static String around(String local, String text) {
    List<Figure> own = moneyIn(local);
    int at = own.isEmpty() ? -1 : text.indexOf(own.getLast().wording());
    return at < 0 ? local : text.substring(text.lastIndexOf(';', at) + 1, at) + " " + local;
  }

  /** Groups whose pay is not what the job pays in general. */
  private static final Pattern SPECIAL_GROUP =
      Pattern.compile(
          "(?i)\\b(?:freelanc\\w+|casuals?|contractors?|agenc(?:y|ies)|temps?|students?(?!"
              + " (?:loans?|debts?))|academy|interns?|apprentices?|bilingual|part-time|locums?|self-employed|volunteers?)\\b");

  /** What comes on top of the pay of a job, which another clause may tell. */
  private static final Pattern ON_TOP =
      Pattern.compile(
          "(?i)\\b(?:on-call|overtime|per"
              + " diem|premiums?|supplements?|allowances?|stipends?|surcharges?|red-eye|signing|sign-on|relocation|schemes?|bursar(?:y|ies))\\b");

  /** "In Canadian dollars" narrows nothing. */
  private static final Pattern CURRENCY_WORDS =
      Pattern.compile(
          "(?i)\\b(?:(?:Canadian|American|Australian|New Zealand|Hong Kong|Singapore)"
              + " )?dollars?\\b|\\b(?:euros?|pounds(?:"
              + " sterling)?|francs|rupees|kronor|kroner|z\u0142oty|rand|yen)\\b");

  private void addRest(
      List<String> parts, String text, Optional<Band> band, Optional<Place> place) {
    if (text.isBlank()
        || (band.isPresent() && Bands.whole(text, false).isPresent())
        || (band.isPresent() && band.get().name().endsWith(text.strip()))
        || (place.isPresent()
            && (places.whole(text).isPresent() || place.get().name().equals(text.strip())))) {
      return;
    }
    if (places.whole(text).filter(whole -> isMarket(whole)).isPresent()) {
      return;
    }
    String rest = SECTION_WITHOUT_MEANING.matcher(text).replaceAll(" ");
    rest = STATISTIC_WORDS.matcher(rest).replaceAll(" ");
    rest = CURRENCY_WORDS.matcher(rest).replaceAll(" ");
    boolean meaning =
        Words.of(rest).stream()
            .anyMatch(word -> word.length() > 2 && !word.chars().allMatch(Character::isDigit));
    if (meaning || WEEKLY_HOURS.matcher(text.strip()).matches() || RANKS.matcher(text).find()) {
      parts.add(text.replaceFirst("^[\\s,;]+", "").strip());
    }
  }

  /** The hours of a week that a row is told for. */
  private static final Pattern WEEKLY_HOURS =
      Pattern.compile("(?i)\\d{2}(?:\\.\\d)?[- ]?(?:hours?|hrs?)(?: (?:a|per) week)?");

  private static final Pattern STATISTIC_WORDS =
      Pattern.compile(
          "(?i)\\b(?:percentiles?|pctl?|p\\d{2}|percent|lowest|highest|top|bottom|earners?|typically|mean|broader|range|up"
              + " to|starting|minimum|maximum|low|high|min|max|1oth|\\d+(?:st|nd|rd|th)|bonus(?:es)?|stock|equity|options?|cash|gross|(?-i:"
              + Currency.availableCurrencies()
                  .map(Currency::getCurrencyCode)
                  .sorted()
                  .collect(Collectors.joining("|"))
              + ")|thousands?)\\b");
}
