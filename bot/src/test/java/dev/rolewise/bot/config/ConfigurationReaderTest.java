package dev.rolewise.bot.config;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.config.ConfigurationResult.Invalid;
import dev.rolewise.bot.config.ConfigurationResult.Valid;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
  private static final Path SHIPPED = Path.of("..", "config", "rolewise.yaml");

  private static final String KNOWN =
      " [rolewise.data-dir, rolewise.discord.api-url, rolewise.discord.channels,"
          + " rolewise.discord.gateway-url, rolewise.discord.guild-ids, rolewise.discord.guilds,"
          + " rolewise.discord.share-roles, rolewise.http.host, rolewise.http.port,"
          + " rolewise.knowledge.dirs, rolewise.llm.base-url, rolewise.llm.deadline,"
          + " rolewise.llm.input-price, rolewise.llm.max-tokens-per-day, rolewise.llm.model,"
          + " rolewise.llm.output-price, rolewise.llm.provider, rolewise.llm.temperature,"
          + " rolewise.llm.timeout, rolewise.slack.admins, rolewise.slack.api-url,"
          + " rolewise.slack.mode, rolewise.state.url]";

  @TempDir private Path home;

  @Test
  void defaultsAreTheBundledDocumentsAndTheFolderOfTheUser() {
    String userHome = System.getProperty("user.home");

    assertThat(Configuration.DEFAULT)
        .isEqualTo(
            new Configuration(
                new KnowledgeConfig(List.of(Path.of("knowledge/roles"))),
                Path.of(userHome, ".local", "share", "rolewise"),
                SlackConfig.DEFAULT,
                DiscordConfig.DEFAULT,
                HttpConfig.DEFAULT,
                new StateConfig(
                    "jdbc:sqlite:" + Path.of(userHome, ".local/share/rolewise/state.db")),
                LlmConfig.DEFAULT));
  }

  @Test
  void everyKeyCanBeSetInTheFile() throws IOException {
    write(
        """
        rolewise:
          knowledge:
            dirs: [mine, /srv/roles, ~/roles]
          data-dir: cache
          slack: {mode: http, admins: [U024BE7LH, W012A3CDE], api-url: "http://127.0.0.1:9000/api"}
          discord:
            api-url: http://127.0.0.1:9000/api/v10
            gateway-url: ws://127.0.0.1:9001
            guild-ids: [81384788765712384]
            share-roles: "41771983423143936"
            guilds: [81384788765712384, 41771983423143937]
            channels: [1]
          http: {host: 0.0.0.0, port: 9090}
          llm:
            provider: openai
            base-url: http://127.0.0.1:8000/v1
            model: llama
            temperature: 0.5
            timeout: 500ms
            deadline: 1m
            max-tokens-per-day: 500
            input-price: 0.25
            output-price: 2
          state: {url: "jdbc:sqlite:state/chats.db"}
        """);

    assertThat(read(Map.of()))
        .isEqualTo(
            new Valid(
                new Configuration(
                    new KnowledgeConfig(
                        List.of(
                            home.resolve("mine"),
                            Path.of("/srv/roles"),
                            Path.of(System.getProperty("user.home"), "roles"))),
                    home.resolve("cache"),
                    new SlackConfig(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        SlackMode.HTTP,
                        Set.of("U024BE7LH", "W012A3CDE"),
                        URI.create("http://127.0.0.1:9000/api/")),
                    new DiscordConfig(
                        Optional.empty(),
                        URI.create("http://127.0.0.1:9000/api/v10/"),
                        Optional.of(URI.create("ws://127.0.0.1:9001")),
                        List.of("81384788765712384"),
                        List.of("41771983423143936"),
                        List.of("81384788765712384", "41771983423143937"),
                        List.of("1")),
                    new HttpConfig("0.0.0.0", 9090),
                    new StateConfig("jdbc:sqlite:" + home.resolve("state/chats.db")),
                    new LlmConfig(
                        LlmProvider.OPENAI,
                        Optional.of(URI.create("http://127.0.0.1:8000/v1/")),
                        Optional.empty(),
                        Optional.of("llama"),
                        0.5,
                        Duration.ofMillis(500),
                        Duration.ofMinutes(1),
                        500,
                        0.25,
                        2))));
  }

  @Test
  void theModelCanBeSetInTheEnvironment_itsKeyNowhereElse() throws IOException {
    Path key = Files.writeString(home.resolve("key"), "sk-1\n");

    ConfigurationResult result =
        read(
            Map.of(
                "ROLEWISE_LLM_PROVIDER", "anthropic",
                "ROLEWISE_LLM_MODEL", "claude",
                "ROLEWISE_LLM_API_KEY_FILE", key.toString()));

    assertThat(result)
        .isInstanceOfSatisfying(
            Valid.class,
            valid ->
                assertThat(valid.configuration().llm())
                    .isEqualTo(
                        new LlmConfig(
                            LlmProvider.ANTHROPIC,
                            Optional.empty(),
                            Optional.of(new Secret("sk-1")),
                            Optional.of("claude"),
                            0,
                            Duration.ofSeconds(6),
                            Duration.ofSeconds(8),
                            1_000_000,
                            0,
                            0)));
  }

  @Test
  void saysSo_whenTheModelCannotBeAsked() throws IOException {
    write(
        """
        rolewise:
          llm:
            provider: chatgpt
            base-url: here
            temperature: 3
            timeout: 0s
            deadline: soon
            max-tokens-per-day: -1
            input-price: NaN
            output-price: cheap
        """);

    assertThat(read(Map.of("ROLEWISE_LLM_MODLE", "gpt")))
        .isEqualTo(
            new Invalid(
                List.of(
                    "ROLEWISE_LLM_MODLE: unknown variable, known are [ROLEWISE_LLM_API_KEY,"
                        + " ROLEWISE_LLM_API_KEY_FILE, ROLEWISE_LLM_BASE_URL,"
                        + " ROLEWISE_LLM_DEADLINE, ROLEWISE_LLM_INPUT_PRICE,"
                        + " ROLEWISE_LLM_MAX_TOKENS_PER_DAY, ROLEWISE_LLM_MODEL,"
                        + " ROLEWISE_LLM_OUTPUT_PRICE, ROLEWISE_LLM_PROVIDER,"
                        + " ROLEWISE_LLM_TEMPERATURE, ROLEWISE_LLM_TIMEOUT]",
                    "rolewise.llm.provider: must be one of [none, openai, anthropic, gemini,"
                        + " ollama], got 'chatgpt'",
                    "rolewise.llm.base-url: must be an address such as http://127.0.0.1:8000/v1/,"
                        + " got 'here'",
                    "rolewise.llm.temperature: must be a number from 0 to 2, got '3'",
                    "rolewise.llm.timeout: must be a time such as 8s or 500ms, got '0s'",
                    "rolewise.llm.deadline: must be a time such as 8s or 500ms, got 'soon'",
                    "rolewise.llm.max-tokens-per-day: must be a number of at least 0, got '-1'",
                    "rolewise.llm.input-price: must be a number of at least 0, got 'NaN'",
                    "rolewise.llm.output-price: must be a number of at least 0, got 'cheap'")));
  }

  @Test
  void saysSo_whenAProviderHasNeitherModelNorKey() {
    assertThat(read(Map.of("ROLEWISE_LLM_PROVIDER", "openai")))
        .isEqualTo(
            new Invalid(
                List.of(
                    "rolewise.llm.model: must name a model for openai, got none",
                    "ROLEWISE_LLM_API_KEY: must hold the key for openai, got nothing")));
  }

  @Test
  void everyKeyCanBeSetInTheEnvironment_whichWins() throws IOException {
    write("rolewise: {knowledge: {dirs: mine}, data-dir: cache, http: {port: 1}}");

    assertThat(
            read(
                Map.ofEntries(
                    entry("ROLEWISE_KNOWLEDGE_DIRS", "one, /srv/two"),
                    entry("ROLEWISE_DATA_DIR", "/srv/data"),
                    entry("ROLEWISE_SLACK_BOT_TOKEN", "xoxb-1"),
                    entry("ROLEWISE_SLACK_APP_TOKEN", "xapp-1"),
                    entry("ROLEWISE_SLACK_SIGNING_SECRET", "8f742231b10e"),
                    entry("ROLEWISE_SLACK_MODE", "http"),
                    entry("ROLEWISE_SLACK_ADMINS", "U024BE7LH, U061F7AUR"),
                    entry("ROLEWISE_SLACK_API_URL", "http://localhost:9000/api/"),
                    entry("ROLEWISE_DISCORD_TOKEN", "MTk4.Cl2F.ZnCj"),
                    entry("ROLEWISE_DISCORD_API_URL", "http://localhost:9000/api/v10/"),
                    entry("ROLEWISE_DISCORD_GATEWAY_URL", "wss://localhost:9001/"),
                    entry("ROLEWISE_DISCORD_GUILD_IDS", "1, 2"),
                    entry("ROLEWISE_DISCORD_SHARE_ROLES", "3"),
                    entry("ROLEWISE_DISCORD_GUILDS", "4"),
                    entry("ROLEWISE_DISCORD_CHANNELS", "5,6"),
                    entry("ROLEWISE_HTTP_HOST", "::1"),
                    entry("ROLEWISE_HTTP_PORT", "0"),
                    entry(
                        "ROLEWISE_STATE_URL", "jdbc:postgresql://db/bot?user=bot&password=pass"))))
        .isEqualTo(
            new Valid(
                new Configuration(
                    new KnowledgeConfig(List.of(Path.of("one"), Path.of("/srv/two"))),
                    Path.of("/srv/data"),
                    new SlackConfig(
                        Optional.of(new Secret("xoxb-1")),
                        Optional.of(new Secret("xapp-1")),
                        Optional.of(new Secret("8f742231b10e")),
                        SlackMode.HTTP,
                        Set.of("U024BE7LH", "U061F7AUR"),
                        URI.create("http://localhost:9000/api/")),
                    new DiscordConfig(
                        Optional.of(new Secret("MTk4.Cl2F.ZnCj")),
                        URI.create("http://localhost:9000/api/v10/"),
                        Optional.of(URI.create("wss://localhost:9001/")),
                        List.of("1", "2"),
                        List.of("3"),
                        List.of("4"),
                        List.of("5", "6")),
                    new HttpConfig("::1", 0),
                    new StateConfig("jdbc:postgresql://db/bot?user=bot&password=pass"),
                    LlmConfig.DEFAULT)));
  }

  @Test
  void theStateFollowsTheDataFolder_unlessItIsSet() {
    assertThat(read(Map.of("ROLEWISE_DATA_DIR", "/srv/data")))
        .isEqualTo(
            new Valid(
                new Configuration(
                    new KnowledgeConfig(List.of(home.resolve("knowledge/roles"))),
                    Path.of("/srv/data"))));
  }

  @Test
  void theStateFollowsTheDataFolder_whenTheFileSaysTheDefault() throws IOException {
    write(Files.readString(SHIPPED) + "# something of my own\n");

    assertThat(read(Map.of("ROLEWISE_DATA_DIR", "/srv/data")))
        .isEqualTo(
            new Valid(
                new Configuration(
                    new KnowledgeConfig(List.of(home.resolve("knowledge/roles"))),
                    Path.of("/srv/data"))));
  }

  @Test
  void secretsCanStandInFilesThatTheEnvironmentNames() throws IOException {
    Path bot = Files.writeString(home.resolve("bot"), "xoxb-file\n");
    Path app = Files.writeString(home.resolve("app"), "  xapp-file  ");
    Path signing = Files.writeString(home.resolve("signing"), "8f742231b10e\r\n");

    ConfigurationResult result =
        read(
            Map.of(
                "ROLEWISE_SLACK_BOT_TOKEN_FILE", bot.toString(),
                "ROLEWISE_SLACK_APP_TOKEN_FILE", app.toString(),
                "ROLEWISE_SLACK_SIGNING_SECRET_FILE", signing.toString()));

    assertThat(result)
        .isEqualTo(
            new Valid(
                new Configuration(
                    new KnowledgeConfig(List.of(home.resolve("knowledge/roles"))),
                    Configuration.DEFAULT.dataDir(),
                    new SlackConfig(
                        Optional.of(new Secret("xoxb-file")),
                        Optional.of(new Secret("xapp-file")),
                        Optional.of(new Secret("8f742231b10e")),
                        SlackMode.SOCKET,
                        SlackConfig.DEFAULT.apiUrl()),
                    DiscordConfig.DEFAULT,
                    HttpConfig.DEFAULT,
                    Configuration.DEFAULT.state(),
                    LlmConfig.DEFAULT)));
  }

  @Test
  void secretsMayNotStandInTheFile_andAreNotShown() throws IOException {
    write(
        """
        rolewise:
          slack: {bot-token: xoxb-leak, app-token: xapp-leak, signing-secret: leak}
          discord: {token: leak}
          state: {url: "jdbc:postgresql://bot:leak@db/bot"}
        """);

    String file = home.resolve("config/rolewise.yaml").toString();
    assertThat(read(Map.of()))
        .isEqualTo(
            new Invalid(
                List.of(
                    file
                        + ": 'rolewise.discord.token' is a secret and must not stand in a file,"
                        + " set ROLEWISE_DISCORD_TOKEN or ROLEWISE_DISCORD_TOKEN_FILE instead",
                    file
                        + ": 'rolewise.slack.app-token' is a secret and must not stand in a file,"
                        + " set ROLEWISE_SLACK_APP_TOKEN or ROLEWISE_SLACK_APP_TOKEN_FILE instead",
                    file
                        + ": 'rolewise.slack.bot-token' is a secret and must not stand in a file,"
                        + " set ROLEWISE_SLACK_BOT_TOKEN or ROLEWISE_SLACK_BOT_TOKEN_FILE instead",
                    file
                        + ": 'rolewise.slack.signing-secret' is a secret and must not stand in a"
                        + " file, set ROLEWISE_SLACK_SIGNING_SECRET or"
                        + " ROLEWISE_SLACK_SIGNING_SECRET_FILE instead",
                    "rolewise.state.url: must not hold a password in a file, set"
                        + " ROLEWISE_STATE_URL instead")));
  }

  @Test
  void saysSo_whenASecretIsUnusable() throws IOException {
    Path empty = Files.writeString(home.resolve("empty"), "\n");

    assertThat(
            read(
                Map.of(
                    "ROLEWISE_SLACK_APP_TOKEN", "xapp-1",
                    "ROLEWISE_SLACK_APP_TOKEN_FILE", empty.toString(),
                    "ROLEWISE_SLACK_BOT_TOKEN_FILE", "no/such/file",
                    "ROLEWISE_SLACK_SIGNING_SECRET", "two words")))
        .isEqualTo(
            new Invalid(
                List.of(
                    "ROLEWISE_SLACK_BOT_TOKEN_FILE: file 'no/such/file' cannot be read",
                    "ROLEWISE_SLACK_APP_TOKEN: is set together with"
                        + " ROLEWISE_SLACK_APP_TOKEN_FILE, set one of them",
                    "ROLEWISE_SLACK_SIGNING_SECRET: must hold one secret without spaces, got"
                        + " something else")));
    assertThat(read(Map.of("ROLEWISE_SLACK_BOT_TOKEN_FILE", empty.toString())))
        .isEqualTo(
            new Invalid(List.of("ROLEWISE_SLACK_BOT_TOKEN_FILE: must hold a secret, got nothing")));
  }

  @Test
  void saysSo_whenTokensAreSwapped() {
    assertThat(
            read(
                Map.of("ROLEWISE_SLACK_APP_TOKEN", "xoxb-1", "ROLEWISE_SLACK_BOT_TOKEN", "xapp-1")))
        .isEqualTo(
            new Invalid(
                List.of(
                    "ROLEWISE_SLACK_BOT_TOKEN: must begin with xoxb-, got one with xapp-",
                    "ROLEWISE_SLACK_APP_TOKEN: must begin with xapp-, got one with xoxb-")));
  }

  @Test
  void warns_ofVariablesThatMayBeMeantForIt() {
    var environment =
        Map.of(
            "ROLWISE_SLACK_BOT_TOKEN", "xoxb-1",
            "rolewise_http_port", "9000",
            "ROLEWISE_HTP_PORT", "9000",
            "ROLEWISE_PORT_8080_TCP", "tcp://10.0.0.1:8080",
            "ROLEWISE_JAVA_HOME", "/opt/jdk",
            "ROLE_ARN", "arn:aws:iam::1:role/x");

    assertThat(read(environment))
        .isEqualTo(
            new Valid(
                defaults(),
                List.of(
                    "ROLEWISE_HTP_PORT: unknown variable, did you mean ROLEWISE_HTTP_PORT?",
                    "ROLEWISE_PORT_8080_TCP: unknown variable, config/rolewise.yaml lists every"
                        + " key",
                    "ROLWISE_SLACK_BOT_TOKEN: unknown variable, did you mean"
                        + " ROLEWISE_SLACK_BOT_TOKEN?",
                    "rolewise_http_port: unknown variable, did you mean ROLEWISE_HTTP_PORT?")));
  }

  @Test
  void saysSo_whenAVariableIsMisspelt() {
    assertThat(read(Map.of("ROLEWISE_SLACK_BOT_TOKN", "xoxb-1", "ROLEWISE_DISCORD_KEY", "k")))
        .isEqualTo(
            new Invalid(
                List.of(
                    "ROLEWISE_DISCORD_KEY: unknown variable, known are"
                        + " [ROLEWISE_DISCORD_API_URL, ROLEWISE_DISCORD_CHANNELS,"
                        + " ROLEWISE_DISCORD_GATEWAY_URL, ROLEWISE_DISCORD_GUILDS,"
                        + " ROLEWISE_DISCORD_GUILD_IDS, ROLEWISE_DISCORD_SHARE_ROLES,"
                        + " ROLEWISE_DISCORD_TOKEN, ROLEWISE_DISCORD_TOKEN_FILE]",
                    "ROLEWISE_SLACK_BOT_TOKN: unknown variable, known are [ROLEWISE_SLACK_ADMINS,"
                        + " ROLEWISE_SLACK_API_URL, ROLEWISE_SLACK_APP_TOKEN,"
                        + " ROLEWISE_SLACK_APP_TOKEN_FILE, ROLEWISE_SLACK_BOT_TOKEN,"
                        + " ROLEWISE_SLACK_BOT_TOKEN_FILE, ROLEWISE_SLACK_MODE,"
                        + " ROLEWISE_SLACK_SIGNING_SECRET, ROLEWISE_SLACK_SIGNING_SECRET_FILE]")));
  }

  @Test
  void saysSo_whenAValueIsOfTheWrongKind() throws IOException {
    write(
        """
        rolewise:
          slack: {mode: websocket, admins: anna, api-url: slack.com}
          discord: {api-url: discord.com, gateway-url: "https://here", guilds: [my server]}
          http: {host: "http://here", port: 70000}
          state: {url: "mysql://db"}
        """);

    assertThat(read(Map.of("ROLEWISE_HTTP_PORT", "eighty")))
        .isEqualTo(
            new Invalid(
                List.of(
                    "rolewise.slack.mode: must be socket or http, got 'websocket'",
                    "rolewise.slack.admins: must be ids of users such as U024BE7LH, got 'anna'",
                    "rolewise.slack.api-url: must be an address such as https://slack.com/api/,"
                        + " got 'slack.com'",
                    "rolewise.discord.api-url: must be an address such as"
                        + " https://discord.com/api/v10/, got 'discord.com'",
                    "rolewise.discord.gateway-url: must be auto or an address such as"
                        + " wss://gateway.discord.gg/, got 'https://here'",
                    "rolewise.discord.guilds: must be ids, which are numbers, got 'my server'",
                    "rolewise.http.host: must be a host name or address, got 'http://here'",
                    "ROLEWISE_HTTP_PORT: must be a port from 0 to 65535, got 'eighty'",
                    "rolewise.state.url: must be an address such as jdbc:sqlite:state.db or"
                        + " jdbc:postgresql://host/database")));
  }

  @Test
  void withoutAFileTheDefaultsHold_fromTheFolderOfTheProgram() {
    assertThat(read(Map.of())).isEqualTo(new Valid(defaults()));
  }

  @Test
  void theShippedFileSaysTheDefaults_parsedOrNot() throws IOException {
    String shipped = Files.readString(SHIPPED);

    write(shipped);
    assertThat(read(Map.of())).isEqualTo(new Valid(defaults()));

    write(shipped + "# something of my own\n");
    assertThat(read(Map.of())).isEqualTo(new Valid(defaults()));
  }

  @Test
  void theFileThatIsNotParsedIsTheShippedOne() throws IOException {
    assertThat(Files.readString(SHIPPED)).isEqualTo(ShippedFile.CONTENT);
  }

  @Test
  void theShippedFileShowsEveryKey() throws IOException {
    ConfigurationFile file =
        YamlFile.parse(
            "shipped",
            Files.readAllBytes(SHIPPED),
            ConfigurationReader.KEYS,
            ConfigurationReader.SECRETS);

    assertThat(file.values()).containsOnlyKeys(ConfigurationReader.KEYS);
    assertThat(Files.readString(SHIPPED))
        .contains(
            ConfigurationReader.SECRETS.stream().map(ConfigurationReader::variableOf).toList());
  }

  @Test
  void reportsAllProblemsTogether() throws IOException {
    write(
        """
        rolewise:
          knowlege: {dirs: mine}
          data-dir: [one, two]
        roles: all
        """);

    String file = home.resolve("config/rolewise.yaml").toString();
    assertThat(read(Map.of("ROLEWISE_KNOWLEDGE_DIRS", "one,,two")))
        .isEqualTo(
            new Invalid(
                List.of(
                    file + ": unknown key 'roles', known are" + KNOWN,
                    file + ": unknown key 'rolewise.knowlege.dirs', known are" + KNOWN,
                    "ROLEWISE_KNOWLEDGE_DIRS: must name a folder, got nothing",
                    "rolewise.data-dir: must be one folder, got 2")));
  }

  @Test
  void saysSo_whenTheFileIsNoYaml() throws IOException {
    write("rolewise: [unclosed");

    assertThat(read(Map.of()))
        .isEqualTo(
            new Invalid(List.of(home.resolve("config/rolewise.yaml") + ": is not valid YAML")));
  }

  @Test
  void saysSo_whenAFolderHasNoName() throws IOException {
    write("rolewise: {knowledge: {dirs: \"\"}, data-dir: \"a\\0b\"}");

    assertThat(read(Map.of()))
        .isEqualTo(
            new Invalid(
                List.of(
                    "rolewise.knowledge.dirs: must name a folder, got nothing",
                    "rolewise.data-dir: must name a folder, got 'a\0b'")));
  }

  private ConfigurationResult read(Map<String, String> environment) {
    return ConfigurationReader.read(home, environment);
  }

  private Configuration defaults() {
    return new Configuration(
        new KnowledgeConfig(List.of(home.resolve("knowledge/roles"))),
        Configuration.DEFAULT.dataDir());
  }

  private void write(String yaml) throws IOException {
    Path folder = Files.createDirectories(home.resolve("config"));
    Files.writeString(folder.resolve("rolewise.yaml"), yaml);
  }
}
