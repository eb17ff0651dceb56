package dev.rolewise.bot.config;

/** The configuration file as it is shipped, which says nothing but the defaults. */
final class ShippedFile {
  /** Held in the class: reading it as a resource would open the jars of a short-lived process. */
  static final String CONTENT =
      """
      # Every key with its default. Each can be set in the environment instead: rolewise.data-dir is
      # ROLEWISE_DATA_DIR. Relative paths here start at the folder of the program.
      #
      # Secrets are set in the environment only. Where a secret stands in a file, its variable with _FILE
      # at the end names that file: ROLEWISE_SLACK_BOT_TOKEN_FILE=/run/secrets/bot-token.
      rolewise:
        knowledge:
          # Folders of role documents.
          dirs:
            - knowledge/roles
        # Where caches and the history of the chat live.
        data-dir: ~/.local/share/rolewise
        # Slack is served when its secrets are set: ROLEWISE_SLACK_BOT_TOKEN and, for the mode,
        # ROLEWISE_SLACK_APP_TOKEN (socket) or ROLEWISE_SLACK_SIGNING_SECRET (http).
        slack:
          # How events arrive: socket (needs no public address) or http (at /slack/events).
          mode: socket
          # Users who see in App Home how the service is, such as [U024BE7LH]: "Copy member ID" in a profile.
          admins: []
          # Where the methods of the Web API stand.
          api-url: https://slack.com/api/
        # Discord is served when ROLEWISE_DISCORD_TOKEN is set. Ids are numbers that Discord shows in
        # developer mode ("Copy ID").
        discord:
          # Where the REST API stands.
          api-url: https://discord.com/api/v10/
          # Where events come from; auto is where Discord says.
          gateway-url: auto
          # Servers that get the commands at once, for trying out; every server gets them when it is empty.
          guild-ids: []
          # Roles that may share answers; everybody when it is empty.
          share-roles: []
          # Servers, and channels of servers, that are answered in; all when it is empty.
          guilds: []
          channels: []
        # Where the service listens: /healthz, /readyz, /metrics and /slack/events.
        http:
          host: 127.0.0.1
          port: 8080
        state:
          # JDBC address of conversations and feedback, jdbc:sqlite: or jdbc:postgresql:. With a password
          # in it, it is a secret.
          url: jdbc:sqlite:${rolewise.data-dir}/state.db
        llm:
          # A language model that phrases answers and may add nothing to them: none, openai (and every server
          # that speaks as it does), anthropic, gemini or ollama. Its key is ROLEWISE_LLM_API_KEY.
          provider: none
          # Where the provider's interface stands, such as http://127.0.0.1:8000/v1/ for a server of your own;
          # default is the provider's own address, for ollama the one on this machine.
          base-url: default
          # What the provider calls the model; needed with every provider but none.
          model: none
          # From 0 (always the likeliest words) to 2.
          temperature: 0
          # How long one request may take, and how long all of them for one answer, from when its question
          # arrives: 8s, 500ms, 1m. What is not there by the deadline is answered without the model.
          timeout: 6s
          deadline: 8s
          # Tokens a day, in and out, of all processes that share the state; beyond them answers come without
          # the model until midnight UTC.
          max-tokens-per-day: 1000000
          # Price of a million tokens, for the estimate in /metrics.
          input-price: 0
          output-price: 0
      """;

  private ShippedFile() {}
}
