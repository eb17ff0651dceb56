package dev.rolewise.bot.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Parses a configuration file written in YAML. */
final class YamlFile {
  private YamlFile() {}

  /**
   * Parses a file.
   *
   * @param name of the file in problems
   * @param keys every key that may occur
   * @param secrets keys that may not occur, because the environment is their place
   */
  static ConfigurationFile parse(
      String name, byte[] content, List<String> keys, List<String> secrets) {
    SmallRyeConfig config;
    try {
      config =
          new SmallRyeConfigBuilder()
              .withSources(new YamlConfigSource(name, new String(content, UTF_8)))
              .build();
    } catch (RuntimeException e) {
      return new ConfigurationFile(Map.of(), List.of(name + ": is not valid YAML"));
    }
    var problems = new ArrayList<String>();
    var values = new HashMap<String, List<String>>();
    for (String key : namesIn(config)) {
      if (keys.contains(key)) {
        values.put(key, config.getOptionalValues(key, String.class).orElse(List.of()));
      } else if (secrets.contains(key)) {
        String variable = ConfigurationReader.variableOf(key);
        problems.add(
            "%s: '%s' is a secret and must not stand in a file, set %s or %s_FILE instead"
                .formatted(name, key, variable, variable));
      } else {
        problems.add(
            name + ": unknown key '" + key + "', known are [" + String.join(", ", keys) + "]");
      }
    }
    return new ConfigurationFile(values, problems);
  }

  private static Set<String> namesIn(SmallRyeConfig config) {
    var names = new TreeSet<String>();
    config
        .getConfigSources()
        .forEach(source ->
            source.getPropertyNames().forEach(name -> names.add(name.replaceAll("\\[\\d+]", ""))));
    return names;
  }
}
