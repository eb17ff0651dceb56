package dev.rolewise.knowledge.retrieval;

import dev.rolewise.knowledge.fact.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a career question can be about.
 *
 * <p>Each topic knows the words that ask for it and the words that head a section about it. The
 * order matters where a question holds the words of several: the first wins. Of the words that head
 * a section some name the topic outright, the others count only where no section is headed with
 * those.
 */
public enum Topic {
  /** Negotiating pay. */
  NEGOTIATION("negotiat\\w*|ask for more|bargain\\w*|haggl\\w*|counter ?offer", "negotiat"),
  /** What pay depends on. */
  PAY_FACTORS(
      "(?:pay|salar(?:y|ies)|earnings|wages?|compensation)(?: \\S+){0,4} (?:go|goes|going)"
          + " (?:up|down)|(?:go|goes|going) up or down|what makes(?: \\S+){0,6}"
          + " (?:higher|lower)|(?:what|which|how)(?: \\w+){0,3}"
          + " (?:affects?|influences?|moves?|determines?|drives?|raises?|increases?|decides?|pushes|boosts?|lifts?|changes?|sets?)(?:"
          + " \\S+){0,7}"
          + " (?:salar(?:y|ies)|pay|paid|comp(?:ensation)?|earn|earns|earnings|wages?)|(?:which|what)"
          + " (?:industr(?:y|ies)|sectors?|compan(?:y|ies)|employers?|firms?)(?: \\S+){0,3}"
          + " (?:pay|pays|paid|salar(?:y|ies)|wages?|earnings)|(?:big(?:ger)?|larger?|small(?:er)?|top|major)(?:"
          + " \\p{L}+)? (?:compan(?:y|ies)|employers?|firms?|corporations?|organi[sz]ations?)(?:"
          + " \\S+){0,2} (?:pay|pays|paid)|(?:would|does|do|will|can|could|is|are)(?: \\S+){0,3}"
          + " (?:help|raise|increase|boost|improve|affect|matter|worth)(?: \\S+){0,6}"
          + " (?:pay|salary|earnings|compensation|wages?)|(?:salary|pay|wage|compensation)"
          + " (?:factors?|drivers?|depends?)|(?:salar(?:y|ies)|pay|wages?|compensation|earnings)(?:"
          + " \\S+){1,6} depends?(?= on\\W*$)|factors?(?: \\w+){0,4}"
          + " (?:salar(?:y|ies)|pay|wages?|compensation)|(?:salary|pay)"
          + " (?:vary|varies|differs?)|(?:affects?|influences?|determines?) (?:how much|what)(?:"
          + " \\w+){0,4}"
          + " (?:earn|paid|make)|(?:affects?|influences?|impacts?|determines?|drives?)(?:"
          + " \\w+){0,2}"
          + " (?:pay|salar(?:y|ies)|wages?|compensation|earnings)|(?:boosts?|raises?|increases?|improves?|lifts?)(?:"
          + " (?:the|my|your|his|her|their))?"
          + " (?:pay|salar(?:y|ies)|wages?|cheques?|paycheques?|paychecks?|earnings)|helps?(?:"
          + " \\S+){0,6} earn more|(?:why|how come)(?: \\w+){0,4}"
          + " (?:paid|earn|earns|salary|salaries|pay|pays)(?: \\w+){0,2} (?:so"
          + " )?(?:much|well|more|less|high|differ\\w*|vary|varies)",
      "factor|what moves|influenc|what affects"),
  /** How much education a job asks for. */
  EDUCATION(
      "degrees?|education\\w*|diplomas?|ph\\.?d\\.?|doctorates?|master's|masters|master(?= degree|"
          + " of| in)|bachelor'?s?|bachelors|college|universit(?:y|ies)|school\\w*|majors?|graduate|study|studies|studied|academic|mba|bsc|msc|a[-"
          + " ]levels?|gcses?|apprenticeships?|uni",
      "education|academic|degree|stud(?:y|ies)|entry requirement|how to"
          + " become|qualification|training",
      "education|academic|degree"),
  /** How many years of experience a job asks for. */
  EXPERIENCE(
      "hands[- ]on|(?:earlier|previous|prior|past|former)"
          + " (?:jobs?|roles?|positions?|work)|background|done before|track record|(?:how"
          + " (?:many|much|long)|years?|yrs?|minimum)(?: \\w+){0,5} experience|years?(?: of \\w+)?"
          + " (?:needed|required|necessary|do i need|does it take|expected)|experience(?:"
          + " \\w+){0,4} (?:required|needed|necessary|years?|do i"
          + " need|need|have|level|requirements?)|yoe|how many years|how (?:experienced|long)(?:"
          + " \\w+){0,6}"
          + " (?:before|need|be|become|work)|(?:required|needed|prior|previous|work|relevant|professional)"
          + " experience|experience (?:for|to|does|do|is|as|in)\\b.*|how senior|years? in the"
          + " field",
      "experience|requirement|qualification|how to become",
      "experience"),
  /** Licences, certificates and registrations. */
  LICENCES(
      "licen[cs]\\w*|certif\\w*|registration|registered"
          + " with|accredit\\w*|permits?|credentials?|exams?|board[- ]certified",
      "licen|certif|registration|credential|accredit",
      "licen|certif|registr"),
  /** Soft skills. */
  SOFT_SKILLS(
      "soft[- ]?skills?|people skills|interpersonal(?: skills)?|personal"
          + " (?:qualit\\w+|traits?)|personality|character traits?|traits?|(?:important |personal"
          + " )?qualities|social skills|human skills",
      "soft skill|personal|interpersonal|important qualit|qualities|attribute"
          + "|behaviou?r|(?:sort|kind|type) of person\\b|is (?:it|this) for you\\b",
      "soft|personal|interpersonal|qualities"),
  /** Tools and technologies. */
  TOOLS(
      "tools?|software|technolog(?:y|ies)|(?:programming"
          + " )?languages?|frameworks?|librar(?:y|ies)|tech[-"
          + " ]?stack|equipment|programs|platforms?(?= (?:do|should|are|to))|coding languages?",
      "tool|technolog|software|equipment"),
  /** Skills. */
  SKILLS(
      "skills?|skillset|competenc\\w+|abilities|ability|proficienc\\w+|know[- ]?how|expertise|good"
          + " at",
      "skill|competenc|abilit|knowledge|proficien"),
  /** Requirements in general. */
  REQUIREMENTS(
      "(?:must|need to|needs to|has to|have to)(?: \\S+){0,8} (?:know|bring|have)(?="
          + " |\\?|$)|requirements?|required|qualif\\w+|prerequisites?|(?<!how many (?:of them"
          + " )?are )needed|what(?: \\w+){0,3} need(?: to|ed)?|must[- ]haves?|expected of (?:a"
          + " )?candidates?|eligib\\w+|criteria|what does it take|look for in",
      "requirement|qualif|how to become|what you(?:['’]ll)? (?:need|should bring|must"
          + " bring|bring)|what we(?:['’]re| are)? look(?:ing)?"
          + " for|entry|eligib|educational|(?:getting|ways?|how to get)"
          + " (?:in(?:to)?|started)\\b|becoming\\b|what it takes|who gets hired|person"
          + " specification",
      "requirement|qualif|what you"),
  /** What a job does. */
  RESPONSIBILITIES(
      "responsibilit\\w+|responsible|duties|duty|tasks?|day[- ]to[- ]day|daily"
          + " (?:work|life|routine)|typical day|job description|accountable|in charge of|what"
          + " (?:does|do|would|will|is|are)(?: \\w+){0,9} (?:do|doing|work on|working on|deal"
          + " with|dealing with|handle|handles|handling)\\b(?! to)(?: (?:all|every|each)"
          + " day)?|what(?: (?!(?:can|could|should|must|to|i|you)\\b)\\S+){1,8}"
          + " (?:do|does)(?=\\W*$|[,.;] | (?:exactly|actually|daily|all day|every day|at work|for a"
          + " living)\\b)|what (?:do|does)(?: \\w+){0,6} actually do|what"
          + " (?:will|would|could|might) (?:i|you|we|they|he|she)(?: \\w+)? be"
          + " (?!earning|making|getting|taking|bringing)\\w+ing|work involve|job"
          + " (?:involve|entail)\\w*|entail\\w*|what'?s the job",
      "responsibilit|dut(?:y|ies)|"
          + Topic.WHAT_IS_DONE
          + "|tasks?|role purpose|day to day|everyday work|daily work|the job|^the work\\b|job"
          + " description|activities|nature of the work|life as an?\\b|\\b(?:the|your|an?|typical)"
          + " day\\b",
      "responsibilit|dut(?:y|ies)|" + Topic.WHAT_IS_DONE + "|tasks?|^the (?:job|work)\\b"),
  /** The way to a job and on from it. */
  CAREER(
      "rungs?|where (?:can|could|do|does|would|might) (?:i|you|one|they|people|we|it|this|that)(?:"
          + " \\w+)? (?:go|move|progress)(?: on| next)?(?! to\\b)|(?:what are|which are|what)"
          + " (?:the )?(?:steps|stages|stations)|where (?:can|could|does|might) (?:it|this|that)"
          + " lead|where (?:do|would|does) (?:you|i|one|they|people) start|on the (?:way|road)"
          + " to|first (?:job|role)|starting point|(?:what|which) (?:job|role|position)s?(?:"
          + " \\S+){0,5} start|start(?:ing)? (?:out )?as|(?:jobs?|roles?|steps?|positions?)(?:"
          + " \\S+){0,3} (?:before|after|lead(?:s|ing)? (?:up )?to)|comes? (?:before|after)|step by"
          + " step|career"
          + " (?:path|progress\\w*|development|ladder|track|steps?|advancement|growth|change)|progress\\w*|promot\\w+|advance\\w*|ladder|next"
          + " (?:step|role|level|job)|move up|climb(?= the| up| to)|(?:how"
          + " (?:do|can|to|does|would|should)(?: \\w+){0,4} |to )(?:become|get into|get to|break"
          + " into|grow into|transition)|(?:how|way|steps?|long|takes?|path)(?: \\S+){1,6} get"
          + " there|path to|route|pathways?|career|become|prepare|transition\\w*|switch to|moving"
          + " (?:in)?to|grow (?:from|as|into)",
      "careers?\\b|progress|advance(?:ment)?\\b|path|how to"
          + " become|becoming|develop|ladder|promotion|prospects|where"
          + " (?:it|this|you)\\b.*\\b(?:take|lead|go)|what .*\\bdo next\\b"
          + "|mov(?:e|ing) (?:up|on)\\b|next (?:steps?|roles?|moves?)\\b"),
  /** Trends. */
  TRENDS(
      "trends?|trending|future of|what'?s new|emerging|changing|latest", "trend|future|emerging"),
  /** Demand, growth and the size of markets. */
  MARKET(
      "demand|outlook|(?<!(?:career|promotion|advancement|professional)"
          + " )prospects|growth|grow|growing|market(?!"
          + " rate)(?!ing)|forecasts?|project(?:ed|ions?)|job"
          + " (?:openings?|market|prospects|security)|openings?|vacanc\\w+|how many(?: \\w+){1,4}"
          + " needed|how many (?:jobs|people|workers|openings|positions|\\w+"
          + " (?:are|were|work))|employ(?:ed|ment)|number of jobs|cagr|invest\\w*|gdp|hot"
          + " ?spots?|hubs?|tech cent(?:er|re)s?|up[- ]and[- ]coming|(?:companies|firms|employers)"
          + " hiring|hiring (?:trends?|market)|(?:will|is|are|would) (?:there|they)(?: still|"
          + " always)? (?:be )?(?:any |enough |much |plenty of )?(?:work|jobs)|dying(?: out|"
          + " trade)?|going (?:downhill|extinct|away)|(?:on (?:the|its) )way out|obsolete|here to"
          + " stay|shrinking|declining|future[- ]?proof|in (?:ten|five|twenty|\\d+) years'? time",
      "market|demand|outlook|growth|employment|prospects|projection|vacanc|labou?r|chances"
          + "|opportunities",
      "market|demand|outlook|prospects|projection"),
  /** Challenges. */
  CHALLENGES(
      "challeng\\w+(?:(?: \\S+){0,6} faces?)?|troubles?|difficult\\w*|hard(?:est)?(?:"
          + " part\\w*)?|problems?(?![- ]solv)|(?:runs?|running) into|comes? up"
          + " against|encounters?|obstacles?|hurdles?|pitfalls?|struggl\\w*|stress\\w*|downsides?|drawbacks?|risks?|tough|money"
          + " problems?|headaches?|worst|cons|issues?|sleepless|nightmares?|worr(?:y|ies)|keeps?(?:"
          + " \\S+){0,6} (?:up at night|awake)",
      "challeng|difficult|problem(?![- ]solv)|downside|drawback|risk|stress|injur",
      "challeng|difficult|problem|downside|drawback"),
  /** Best practices. */
  BEST_PRACTICES(
      "best[- ]practices?|good practices?|practices|do'?s and"
          + " don'?ts|recommend\\w*|guidelines?|advice|tips?|how (?:should|to)(?: \\w+){0,6}"
          + " (?:well|right|properly|successful\\w*)|good (?:ways?|habits?)|rules of thumb",
      "best practice|tips|advice|guideline|recommend|practice",
      "best practice|tips|advice|guideline|recommend"),
  /** Benefits beside pay. */
  BENEFITS(
      Topic.BESIDE_PAY
          + "|benefits?|perks?|holidays?|vacation|annual leave|time off|pto|paid"
          + " leave|pension|retirement|health ?(?:care|insurance)|insurance|401\\(?k\\)?|parental",
      "benefit|perk|reward|compensation",
      "benefit|perk|reward"),
  /** Where and how the work is done. */
  WORK_ENVIRONMENT(
      "work(?:ing)? (?:environment|conditions?|hours?|schedule|setting|place|week|from"
          + " home|life|atmosphere|arrangement)s?|hours|schedules?|shifts?(?:"
          + " (?:patterns?|systems?|lengths?))?|rotas?|rosters?|overtime|remote(?:ly)?|hybrid|on[-"
          + " ]?site|office|travel\\w*|commut\\w*|nights?|weekends?|saturdays?|sundays?|part[-"
          + " ]time|physical\\w*|dangerous|flexible|environment|where do(?: \\w+){1,3} work",
      "work environment|working condition|hours|schedule|conditions|workplace|environment|travel"
          + "|what (?:it|the work|the job|is it|is the work|is the job)\\b.*\\blike\\b",
      "environment|conditions|schedule|hours"),
  /** What a job is. */
  OVERVIEW(
      "what(?:'?s| is| are| does)(?: an?| the)? .{2,60}|what (?:an?|the) .{2,60}"
          + " (?:is|are|does|means?)|who (?:is|are)"
          + " .{2,60}|overview|summary|summari[sz]e|describe|definition|define|explain|meaning|tell"
          + " me(?: (?!about\\b)\\w+){0,3} about|about the role|role of",
      "overview|summary|about|definition|introduction|what is|profile|at a glance|scope");

  /** "Besides the paycheck": pay is named as what is not asked for. */
  static final String BESIDE_PAY =
      "(?:besides?|apart from|aside from|other than|on top of|in addition to|over and above"
          + "|not counting) (?:(?:the|an?|my|your|his|her|their|our|just|only|fixed|basic|base"
          + "|regular|normal|plain|monthly|annual|yearly) )*(?:pay|salar(?:y|ies)|wages?"
          + "|pay ?che(?:ck|que)s?|earnings|money|cash)\\b";

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d'’.+#/-]+");

  /** Shorter literals are whole words. */
  private static final int MIN_STEM_CHARS = 4;

  /**
   * "What they do", "What will you be doing": not "What training do I need", where the verb only
   * helps another.
   */
  static final String WHAT_IS_DONE =
      "what .*\\b(?:do|does|doing)\\b(?! (?:next|i|you|we|they|it|he|she|one|the|an?|my|your"
          + "|employers?|people|candidates?|applicants?)\\b)";

  private final Pattern asked;
  private final Pattern heading;
  private final Pattern outright;

  /** The words that ask for a topic, or their beginnings; read when they are first needed. */
  private static final Map<Topic, Pattern> OWN_WORDS = new ConcurrentHashMap<>();

  Topic(String asked, String heading) {
    this(asked, heading, heading);
  }

  Topic(String asked, String heading, String outright) {
    this.asked =
        Pattern.compile(
            "(?<![\\p{L}\\d])(?:" + asked + ")(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE);
    this.heading = Pattern.compile("\\b(?:" + heading + ")", Pattern.CASE_INSENSITIVE);
    this.outright = Pattern.compile("\\b(?:" + outright + ")", Pattern.CASE_INSENSITIVE);
  }

  /** Whether a question holds words that ask for this topic. */
  public boolean isAskedIn(String question) {
    return asked.matcher(question).find();
  }

  /** The words of a question that ask for this topic. */
  public List<String> wordsIn(String question) {
    List<String> words = new ArrayList<>();
    Matcher matcher = asked.matcher(question);
    while (matcher.find()) {
      words.addAll(Words.of(matcher.group()));
    }
    return words;
  }

  /**
   * The question without the words that ask for this topic. What merely stands between them stays:
   * "attention mechanism" in "what does the attention mechanism do".
   */
  public String without(String question) {
    return asked
        .matcher(question)
        .replaceAll(match -> Matcher.quoteReplacement(between(match.group())));
  }

  private static Pattern ownWords(String asked) {
    return Pattern.compile(
        Pattern.compile("(?<!\\\\)[a-z]{2,}") // what is escaped is no word
            .matcher(asked + " " + asked.replaceAll("[a-z][?]", "")) // "tools?" is "tool", too
            .results()
            .map(MatchResult::group)
            .distinct()
            .map(word -> word.length() < MIN_STEM_CHARS ? word : word + ".*")
            .collect(Collectors.joining("|")),
        Pattern.CASE_INSENSITIVE);
  }

  /** A space, or the words of a match that are not the topic's own between spaces. */
  private String between(String match) {
    Pattern own = OWN_WORDS.computeIfAbsent(this, topic -> ownWords(topic.asked.pattern()));
    return WORD.matcher(match)
        .results()
        .map(MatchResult::group)
        .filter(word -> !own.matcher(word).matches())
        .map(word -> word + " ")
        .collect(Collectors.joining("", " ", ""));
  }

  /** Whether a section under this heading is about this topic. */
  public boolean heads(String sectionHeading) {
    return heading.matcher(sectionHeading).find();
  }

  /**
   * Whether a heading names this topic outright, where others only cover it: "Work experience", not
   * "Qualifications".
   */
  public boolean names(String sectionHeading) {
    return heads(sectionHeading) && outright.matcher(sectionHeading).find();
  }

  /** The most general topic of a section under this heading. */
  public static Optional<Topic> of(String sectionHeading) {
    return Arrays.stream(values())
        .filter(topic -> topic.heads(sectionHeading))
        .reduce((_, general) -> general);
  }

  /** Where the words that ask for this topic start in a question, or -1. */
  int startIn(String question) {
    Matcher matcher = asked.matcher(question);
    return matcher.find() ? matcher.start() : -1;
  }
}
