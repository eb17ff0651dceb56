package dev.rolewise.bot.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.rolewise.bot.config.ConfigurationResult.Invalid;
import dev.rolewise.bot.config.ConfigurationResult.Valid;
import dev.rolewise.knowledge.retrieval.EditDistance;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration: the environment first, then {@code config/rolewise.yaml}, then the
 * defaults. Secrets come from the environment, or from a file that a variable ending in {@code
 * _FILE} names, and from nowhere else.
 *
 * <p>A file that is the shipped one byte for byte holds nothing but defaults and is not parsed:
 * parsing costs a short-lived process more than answering a question.
 */
public final class ConfigurationReader {
  static final String KNOWLEDGE_DIRS = "rolewise.knowledge.dirs";
  static final String DATA_DIR = "rolewise.data-dir";
  static final String SLACK_BOT_TOKEN = "rolewise.slack.bot-token";
  static final String SLACK_APP_TOKEN = "rolewise.slack.app-token";
  static final String SLACK_SIGNING_SECRET = "rolewise.slack.signing-secret";
  static final String SLACK_MODE = "rolewise.slack.mode";
  static final String SLACK_ADMINS = "rolewise.slack.admins";
  static final String SLACK_API_URL = "rolewise.slack.api-url";
  static final String DISCORD_TOKEN = "rolewise.discord.token";
  static final String DISCORD_API_URL = "rolewise.discord.api-url";
  static final String DISCORD_GATEWAY_URL = "rolewise.discord.gateway-url";
  static final String DISCORD_GUILD_IDS = "rolewise.discord.guild-ids";
  static final String DISCORD_SHARE_ROLES = "rolewise.discord.share-roles";
  static final String DISCORD_GUILDS = "rolewise.discord.guilds";
  static final String DISCORD_CHANNELS = "rolewise.discord.channels";
  static final String HTTP_HOST = "rolewise.http.host";
  static final String HTTP_PORT = "rolewise.http.port";
  static final String STATE_URL = "rolewise.state.url";
  static final String LLM_PROVIDER = "rolewise.llm.provider";
  static final String LLM_BASE_URL = "rolewise.llm.base-url";
  static final String LLM_API_KEY = "rolewise.llm.api-key";
  static final String LLM_MODEL = "rolewise.llm.model";
  static final String LLM_TEMPERATURE = "rolewise.llm.temperature";
  static final String LLM_TIMEOUT = "rolewise.llm.timeout";
  static final String LLM_DEADLINE = "rolewise.llm.deadline";
  static final String LLM_MAX_TOKENS = "rolewise.llm.max-tokens-per-day";
  static final String LLM_INPUT_PRICE = "rolewise.llm.input-price";
  static final String LLM_OUTPUT_PRICE = "rolewise.llm.output-price";

  /** Every key that may stand in a file. */
  static final List<String> KEYS =
      List.of(
          DATA_DIR,
          DISCORD_API_URL,
          DISCORD_CHANNELS,
          DISCORD_GATEWAY_URL,
          DISCORD_GUILD_IDS,
          DISCORD_GUILDS,
          DISCORD_SHARE_ROLES,
          HTTP_HOST,
          HTTP_PORT,
          KNOWLEDGE_DIRS,
          LLM_BASE_URL,
          LLM_DEADLINE,
          LLM_INPUT_PRICE,
          LLM_MAX_TOKENS,
          LLM_MODEL,
          LLM_OUTPUT_PRICE,
          LLM_PROVIDER,
          LLM_TEMPERATURE,
          LLM_TIMEOUT,
          SLACK_ADMINS,
          SLACK_API_URL,
          SLACK_MODE,
          STATE_URL);

  /** Every key that may stand in the environment only. */
  static final List<String> SECRETS =
      List.of(DISCORD_TOKEN, LLM_API_KEY, SLACK_APP_TOKEN, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET);

  /** Stands for the data folder in the address of the state. */
  static final String DATA_DIR_PLACEHOLDER = "${" + DATA_DIR + "}";

  private static final String FILE_SUFFIX = "_FILE";
  private static final String BOT_TOKEN_PREFIX = "xoxb-";
  private static final Pattern SLACK_USER = Pattern.compile("[UW][A-Z0-9]{2,}");
  private static final String APP_TOKEN_PREFIX = "xapp-";

  /** Beginnings of variables that are ours: a misspelt one is reported, not ignored. */
  private static final List<String> OWN_VARIABLES =
      List.of("ROLEWISE_DISCORD_", "ROLEWISE_LLM_", "ROLEWISE_SLACK_");

  private static final String VARIABLE_PREFIX = "ROLEWISE_";

  /** What the launcher reads. */
  private static final Set<String> OTHER_VARIABLES = Set.of("ROLEWISE_JAVA_HOME");

  /** Letters that may be wrong, missing or too many in a name that is still recognised. */
  private static final int MAX_SLIPS = 2;

  /** Stands for the address that Discord names. */
  private static final String AUTO = "auto";

  /** Stands for the address of the provider. */
  private static final String PROVIDERS_OWN = "default";

  /** Stands for no model. */
  private static final String NO_MODEL = "none";

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,7}) ?(ms|s|m)");

  private final Path home;
  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private ConfigurationFile file = ConfigurationFile.EMPTY;

  private ConfigurationReader(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /**
   * Reads the configuration of a program.
   *
   * @param home folder of the program; relative paths in the file start here
   * @param environment environment variables; relative paths in them start at the working directory
   */
  public static ConfigurationResult read(Path home, Map<String, String> environment) {
    return new ConfigurationReader(home, environment).read();
  }

  private ConfigurationResult read() {
    file = readFile(home.resolve("config").resolve("rolewise.yaml"));
    problems.addAll(file.problems());
    reportUnknownVariables();
    List<Path> dirs = paths(KNOWLEDGE_DIRS, Configuration.DEFAULT.knowledge().dirs());
    List<Path> dataDirs = paths(DATA_DIR, List.of(Configuration.DEFAULT.dataDir()));
    if (dataDirs.size() > 1) {
      problems.add(DATA_DIR + ": must be one folder, got " + dataDirs.size());
    }
    Path dataDir = dataDirs.isEmpty() ? Configuration.DEFAULT.dataDir() : dataDirs.getFirst();
    SlackConfig slack = slack();
    DiscordConfig discord = discord();
    HttpConfig http = http();
    StateConfig state = state(dataDir);
    LlmConfig llm = llm();
    return problems.isEmpty()
        ? new Valid(
            new Configuration(new KnowledgeConfig(dirs), dataDir, slack, discord, http, state, llm),
            warnings)
        : new Invalid(problems);
  }

  private ConfigurationFile readFile(Path path) {
    if (!Files.exists(path)) {
      return ConfigurationFile.EMPTY;
    }
    try {
      byte[] content = Files.readAllBytes(path);
      return Arrays.equals(content, ShippedFile.CONTENT.getBytes(UTF_8))
          ? ConfigurationFile.EMPTY
          : YamlFile.parse(path.toString(), content, KEYS, SECRETS);
    } catch (IOException e) {
      problems.add(path + ": cannot be read");
      return ConfigurationFile.EMPTY;
    }
  }

  private void reportUnknownVariables() {
    Set<String> known = new TreeSet<>();
    for (String key : KEYS) {
      known.add(variableOf(key));
    }
    for (String key : SECRETS) {
      known.add(variableOf(key));
      known.add(variableOf(key) + FILE_SUFFIX);
    }
    for (String name : new TreeSet<>(environment.keySet())) {
      if (isLikeOurs(name) && !known.contains(name) && !OTHER_VARIABLES.contains(name)) {
        reportUnknownVariable(name, known);
      }
    }
  }

  /**
   * A quick look, so that few names are held against all known ones. It finds what begins with
   * {@code ROLEWISE_}, also when there is a slip in one half of that.
   */
  private static boolean isLikeOurs(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("ROLE") || upper.contains("WISE_");
  }

  /** What surely was meant for us is wrong; what may belong to somebody else is only told. */
  private void reportUnknownVariable(String name, Set<String> known) {
    Optional<String> prefix = OWN_VARIABLES.stream().filter(name::startsWith).findFirst();
    if (prefix.isPresent()) {
      List<String> ours = known.stream().filter(one -> one.startsWith(prefix.get())).toList();
      problems.add(name + ": unknown variable, known are [" + String.join(", ", ours) + "]");
      return;
    }
    String upper = name.toUpperCase(Locale.ROOT);
    Optional<String> meant =
        known.stream()
            .filter(one -> EditDistance.between(upper, one, MAX_SLIPS) <= MAX_SLIPS)
            .min(Comparator.comparingInt(one -> EditDistance.between(upper, one, MAX_SLIPS)));
    if (meant.isPresent()) {
      warnings.add(name + ": unknown variable, did you mean " + meant.get() + "?");
    } else if (name.startsWith(VARIABLE_PREFIX)) {
      warnings.add(name + ": unknown variable, config/rolewise.yaml lists every key");
    }
  }

  private SlackConfig slack() {
    SlackConfig defaults = SlackConfig.DEFAULT;
    return new SlackConfig(
        token(SLACK_BOT_TOKEN, BOT_TOKEN_PREFIX, APP_TOKEN_PREFIX),
        token(SLACK_APP_TOKEN, APP_TOKEN_PREFIX, BOT_TOKEN_PREFIX),
        secret(SLACK_SIGNING_SECRET),
        find(SLACK_MODE).map(this::mode).orElse(defaults.mode()),
        admins(),
        find(SLACK_API_URL)
            .flatMap(setting -> webUrl(setting, defaults.apiUrl()))
            .orElse(defaults.apiUrl()));
  }

  private DiscordConfig discord() {
    DiscordConfig defaults = DiscordConfig.DEFAULT;
    return new DiscordConfig(
        secret(DISCORD_TOKEN),
        find(DISCORD_API_URL)
            .flatMap(setting -> webUrl(setting, defaults.apiUrl()))
            .orElse(defaults.apiUrl()),
        find(DISCORD_GATEWAY_URL)
            .filter(setting -> !setting.value().equals(AUTO))
            .flatMap(this::gatewayUrl),
        ids(DISCORD_GUILD_IDS),
        ids(DISCORD_SHARE_ROLES),
        ids(DISCORD_GUILDS),
        ids(DISCORD_CHANNELS));
  }

  private Optional<URI> gatewayUrl(Setting setting) {
    URI uri = findUri(setting.value());
    if (uri != null
        && ("wss".equals(uri.getScheme()) || "ws".equals(uri.getScheme()))
        && isPlainAddress(uri)) {
      return Optional.of(uri);
    }
    problems.add(
        setting.name()
            + ": must be auto or an address such as wss://gateway.discord.gg/, got '"
            + setting.value()
            + "'");
    return Optional.empty();
  }

  private List<String> ids(String key) {
    Optional<String> variable = findVariable(variableOf(key));
    String name = variable.isPresent() ? variableOf(key) : key;
    List<String> ids =
        variable
            .map(value -> Arrays.asList(value.split(",", -1)))
            .or(() -> file.find(key))
            .orElse(List.of())
            .stream()
            .map(String::strip)
            .toList();
    for (String id : ids) {
      if (!DiscordConfig.isId(id)) {
        problems.add(name + ": must be ids, which are numbers, got '" + id + "'");
      }
    }
    return ids.stream().filter(DiscordConfig::isId).toList();
  }

  private Set<String> admins() {
    Optional<String> variable = findVariable(variableOf(SLACK_ADMINS));
    String name = variable.isPresent() ? variableOf(SLACK_ADMINS) : SLACK_ADMINS;
    List<String> values =
        variable
            .map(ids -> Arrays.asList(ids.split(",", -1)))
            .or(() -> file.find(SLACK_ADMINS))
            .orElse(List.of());
    Set<String> admins = new TreeSet<>();
    for (String value : values) {
      String id = value.strip();
      if (SLACK_USER.matcher(id).matches()) {
        admins.add(id);
      } else {
        problems.add(name + ": must be ids of users such as U024BE7LH, got '" + id + "'");
      }
    }
    return admins;
  }

  private LlmConfig llm() {
    LlmConfig defaults = LlmConfig.DEFAULT;
    if (!isAnySet("rolewise.llm.")) {
      return defaults;
    }
    int before = problems.size();
    var llm =
        new LlmConfig(
            find(LLM_PROVIDER).map(this::provider).orElse(defaults.provider()),
            find(LLM_BASE_URL)
                .filter(setting -> !setting.value().equals(PROVIDERS_OWN))
                .flatMap(setting -> webUrl(setting, URI.create("http://127.0.0.1:8000/v1/"))),
            secret(LLM_API_KEY),
            find(LLM_MODEL).map(Setting::value).filter(model -> !model.equals(NO_MODEL)),
            find(LLM_TEMPERATURE)
                .flatMap(setting -> number(setting, LlmConfig.MAX_TEMPERATURE, "from 0 to 2"))
                .orElse(defaults.temperature()),
            find(LLM_TIMEOUT).flatMap(this::duration).orElse(defaults.timeout()),
            find(LLM_DEADLINE).flatMap(this::duration).orElse(defaults.deadline()),
            find(LLM_MAX_TOKENS)
                .flatMap(setting -> number(setting, Long.MAX_VALUE, "of at least 0"))
                .map(Double::longValue)
                .orElse(defaults.maxTokensPerDay()),
            find(LLM_INPUT_PRICE)
                .flatMap(setting -> number(setting, Double.MAX_VALUE, "of at least 0"))
                .orElse(defaults.inputPrice()),
            find(LLM_OUTPUT_PRICE)
                .flatMap(setting -> number(setting, Double.MAX_VALUE, "of at least 0"))
                .orElse(defaults.outputPrice()));
    if (problems.size() == before) {
      // What follows from a setting that is wrong itself would only distract.
      problems.addAll(llm.problems());
    }
    return llm;
  }

  /** Asked first: reading a dozen settings costs a process that is just starting a millisecond. */
  private boolean isAnySet(String prefix) {
    String variables = variableOf(prefix);
    for (String name : environment.keySet()) {
      if (name.startsWith(variables)) {
        return true;
      }
    }
    for (String key : file.values().keySet()) {
      if (key.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private LlmProvider provider(Setting setting) {
    for (LlmProvider provider : LlmProvider.values()) {
      if (provider.label().equals(setting.value())) {
        return provider;
      }
    }
    String known =
        Arrays.stream(LlmProvider.values()).map(LlmProvider::label).collect(joining(", "));
    problems.add(
        setting.name() + ": must be one of [" + known + "], got '" + setting.value() + "'");
    return LlmConfig.DEFAULT.provider();
  }

  private Optional<Double> number(Setting setting, double max, String range) {
    try {
      double number = Double.parseDouble(setting.value());
      if (number >= 0 && number <= max) {
        return Optional.of(number);
      }
    } catch (NumberFormatException _) {
      // Reported like a number out of range.
    }
    problems.add(
        setting.name() + ": must be a number " + range + ", got '" + setting.value() + "'");
    return Optional.empty();
  }

  private Optional<Duration> duration(Setting setting) {
    Matcher matcher = DURATION.matcher(setting.value());
    if (matcher.matches()) {
      long count = Long.parseLong(matcher.group(1));
      Duration duration =
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
          };
      if (duration.isPositive()) {
        return Optional.of(duration);
      }
    }
    problems.add(
        setting.name() + ": must be a time such as 8s or 500ms, got '" + setting.value() + "'");
    return Optional.empty();
  }

  private HttpConfig http() {
    HttpConfig defaults = HttpConfig.DEFAULT;
    return new HttpConfig(
        find(HTTP_HOST).map(this::host).orElse(defaults.host()),
        find(HTTP_PORT).map(this::port).orElse(defaults.port()));
  }

  private StateConfig state(Path dataDir) {
    return find(STATE_URL)
        .flatMap(setting -> stateUrl(setting, dataDir))
        .map(StateConfig::new)
        .orElseGet(() -> StateConfig.in(dataDir));
  }

  private SlackMode mode(Setting setting) {
    for (SlackMode mode : SlackMode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(setting.value())) {
        return mode;
      }
    }
    problems.add(setting.name() + ": must be socket or http, got '" + setting.value() + "'");
    return SlackConfig.DEFAULT.mode();
  }

  private Optional<URI> webUrl(Setting setting, URI example) {
    String value = setting.value().endsWith("/") ? setting.value() : setting.value() + "/";
    URI uri = findUri(value);
    if (uri != null
        && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
        && isPlainAddress(uri)) {
      return Optional.of(uri);
    }
    problems.add(
        setting.name()
            + ": must be an address such as "
            + example
            + ", got '"
            + setting.value()
            + "'");
    return Optional.empty();
  }

  private static boolean isPlainAddress(URI uri) {
    return uri.getHost() != null
        && uri.getUserInfo() == null
        && uri.getQuery() == null
        && uri.getFragment() == null;
  }

  private static @Nullable URI findUri(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException _) {
      return null;
    }
  }

  private String host(Setting setting) {
    if (setting.value().chars().anyMatch(Secret::isForbidden) || setting.value().contains("/")) {
      problems.add(
          setting.name() + ": must be a host name or address, got '" + setting.value() + "'");
      return HttpConfig.DEFAULT.host();
    }
    return setting.value();
  }

  private int port(Setting setting) {
    try {
      int port = Integer.parseInt(setting.value());
      if (port >= 0 && port <= HttpConfig.MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Reported like a number out of range.
    }
    problems.add(
        setting.name() + ": must be a port from 0 to 65535, got '" + setting.value() + "'");
    return HttpConfig.DEFAULT.port();
  }

  private Optional<String> stateUrl(Setting setting, Path dataDir) {
    String url = setting.value().replace(DATA_DIR_PLACEHOLDER, dataDir.toString());
    if (!StateConfig.isSupported(url)) {
      // Without the value, which may hold a password.
      problems.add(
          setting.name()
              + ": must be an address such as jdbc:sqlite:state.db or"
              + " jdbc:postgresql://host/database");
      return Optional.empty();
    }
    if (setting.isFromFile() && StateConfig.hasPassword(url)) {
      problems.add(
          setting.name()
              + ": must not hold a password in a file, set "
              + variableOf(STATE_URL)
              + " instead");
      return Optional.empty();
    }
    if (!url.startsWith(StateConfig.SQLITE)) {
      return Optional.of(url);
    }
    String path = url.substring(StateConfig.SQLITE.length());
    if (path.startsWith(":") || path.startsWith("file:")) {
      return Optional.of(url);
    }
    try {
      Path start = setting.isFromFile() ? home : Path.of("");
      return Optional.of(StateConfig.SQLITE + start.resolve(withoutTilde(path)));
    } catch (InvalidPathException e) {
      problems.add(setting.name() + ": must name a file, got '" + path + "'");
      return Optional.empty();
    }
  }

  private Optional<Secret> token(String key, String prefix, String wrongPrefix) {
    Optional<Secret> secret = secret(key);
    if (secret.isPresent() && secret.get().value().startsWith(wrongPrefix)) {
      problems.add(
          variableOf(key) + ": must begin with " + prefix + ", got one with " + wrongPrefix);
    }
    return secret;
  }

  private Optional<Secret> secret(String key) {
    String variable = variableOf(key);
    String fileVariable = variable + FILE_SUFFIX;
    Optional<String> value = findVariable(variable);
    Optional<String> named = findVariable(fileVariable);
    if (value.isPresent() && named.isPresent()) {
      problems.add(variable + ": is set together with " + fileVariable + ", set one of them");
      return Optional.empty();
    }
    return value.isPresent()
        ? secret(variable, value.get())
        : named.flatMap(path -> secretIn(fileVariable, path.strip()));
  }

  private Optional<Secret> secretIn(String variable, String path) {
    try {
      return secret(variable, Files.readString(withoutTilde(path)));
    } catch (IOException | InvalidPathException e) {
      problems.add(variable + ": file '" + path + "' cannot be read");
      return Optional.empty();
    }
  }

  private Optional<Secret> secret(String variable, String value) {
    String stripped = value.strip();
    if (stripped.isEmpty()) {
      problems.add(variable + ": must hold a secret, got nothing");
      return Optional.empty();
    }
    if (stripped.chars().anyMatch(Secret::isForbidden)) {
      problems.add(variable + ": must hold one secret without spaces, got something else");
      return Optional.empty();
    }
    return Optional.of(new Secret(stripped));
  }

  private List<Path> paths(String key, List<Path> defaults) {
    Optional<String> variable = findVariable(variableOf(key));
    if (variable.isPresent()) {
      return paths(variableOf(key), Arrays.asList(variable.get().split(",", -1)), Path.of(""));
    }
    return file.find(key)
        .map(values -> paths(key, values, home))
        .orElseGet(() -> defaults.stream().map(home::resolve).toList());
  }

  private List<Path> paths(String name, List<String> values, Path start) {
    var paths = new ArrayList<Path>();
    for (String value : values) {
      try {
        if (value.isBlank()) {
          problems.add(name + ": must name a folder, got nothing");
        } else {
          paths.add(start.resolve(withoutTilde(value.strip())));
        }
      } catch (InvalidPathException e) {
        problems.add(name + ": must name a folder, got '" + value.strip() + "'");
      }
    }
    if (values.isEmpty()) {
      problems.add(name + ": must name a folder, got nothing");
    }
    return paths;
  }

  private Path withoutTilde(String value) {
    String userHome = System.getProperty("user.home", "");
    return value.equals("~") || value.startsWith("~/")
        ? Path.of(userHome + value.substring(1))
        : Path.of(value);
  }

  /** What a key with one value is set to, stripped and not empty. */
  private Optional<Setting> find(String key) {
    Optional<String> variable = findVariable(variableOf(key));
    if (variable.isPresent()) {
      return checked(new Setting(variableOf(key), variable.get().strip(), false));
    }
    Optional<List<String>> values = file.find(key);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    // A comma in a value has made a list of it.
    return checked(new Setting(key, String.join(",", values.get()).strip(), true));
  }

  private Optional<Setting> checked(Setting setting) {
    if (setting.value().isEmpty()) {
      problems.add(setting.name() + ": must have a value, got nothing");
      return Optional.empty();
    }
    return Optional.of(setting);
  }

  private Optional<String> findVariable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** Name of the environment variable for a key. */
  static String variableOf(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /**
   * What one key is set to.
   *
   * @param name of the key or the variable
   * @param isFromFile whether it stands in the configuration file
   */
  private record Setting(String name, String value, boolean isFromFile) {}
}
