package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.retrieval.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One side of a role that can be shown by itself. */
public enum Aspect {
  OVERVIEW("overview", "What it is", Topic.OVERVIEW),
  PAY("pay", "Pay", null),
  EDUCATION("education", "Education", Topic.EDUCATION),
  EXPERIENCE("experience", "Experience", Topic.EXPERIENCE),
  REQUIREMENTS("requirements", "Requirements", Topic.REQUIREMENTS),
  RESPONSIBILITIES("responsibilities", "Responsibilities", Topic.RESPONSIBILITIES),
  SKILLS("skills", "Skills", Topic.SKILLS),
  PATH("path", "Career path", Topic.CAREER),
  SOFT_SKILLS("soft-skills", "Soft skills", Topic.SOFT_SKILLS),
  LICENCES("licences", "Licences and certificates", Topic.LICENCES),
  MARKET("market", "Demand and outlook", Topic.MARKET),
  TRENDS("trends", "Trends", Topic.TRENDS),
  BEST_PRACTICES("best-practices", "Best practices", Topic.BEST_PRACTICES),
  CHALLENGES("challenges", "Challenges", Topic.CHALLENGES),
  ENVIRONMENT("environment", "Work environment", Topic.WORK_ENVIRONMENT),
  BENEFITS("benefits", "Benefits", Topic.BENEFITS);

  /** What roles are compared by unless somebody asks for something else. */
  public static final List<Aspect> COMPARED =
      List.of(PAY, EDUCATION, EXPERIENCE, RESPONSIBILITIES, SKILLS, PATH);

  private final String id;
  private final String label;
  private final @Nullable Topic topic;

  Aspect(String id, String label, @Nullable Topic topic) {
    this.id = id;
    this.label = label;
    this.topic = topic;
  }

  /** How people write it in a command. */
  public String id() {
    return id;
  }

  /** How it heads what is shown. */
  public String label() {
    return label;
  }

  /** The topic that sections about it have; empty for pay, which is told from facts. */
  Optional<Topic> topic() {
    return Optional.ofNullable(topic);
  }

  /** The aspect that a word such as "pay", "salary" or "career" names. */
  public static Optional<Aspect> find(String written) {
    String word = written.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    for (Aspect aspect : values()) {
      if (aspect.id.equals(word)) {
        return Optional.of(aspect);
      }
    }
    String text = word.replace('-', ' ');
    if (text.matches("salar(?:y|ies)|pays?|wages?|earnings|compensation|comp|money")) {
      return Optional.of(PAY);
    }
    if (text.matches("years?|yoe|seniority")) {
      return Optional.of(EXPERIENCE);
    }
    return Arrays.stream(values())
        .filter(aspect -> aspect.topic != null && aspect.topic.isAskedIn(text))
        .findFirst();
  }
}
