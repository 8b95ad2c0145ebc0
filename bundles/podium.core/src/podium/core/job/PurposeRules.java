// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.texts.Texts;
import podium.model.fleet.Job;
import podium.model.fleet.Purpose;
import podium.model.value.Labels;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;

/**
 * What work is for, told by its kind, its name and its labels: lines of text, of which the first that holds counts. {@code purposes.txt}
 * beside this class has those of Podium; the operator's own file, in the same form, goes before them.
 */
public final class PurposeRules {
    /** System property that names the operator's own file. */
    public static final String PROPERTY = "podium.purposes";

    private static final String FIELDS = "kind, name, namespace, gang, ends, serves, gpus, label.KEY";
    private static final Pattern FIELD =
            Pattern.compile("(kind|name|namespace|gang|ends|serves|gpus|label\\.[^=]+)=.+");
    private static final PurposeRules STANDARD = new PurposeRules(
            standard().lines().flatMap(line -> rule(line).stream()).toList());

    /** @param words what it goes by, as it is said to the operator */
    private record Rule(Purpose purpose, Map<String, Pattern> fields, String words) {}

    private final List<Rule> rules;

    private PurposeRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Those of the operator's own file, where there is one that can be read, before those of Podium. */
    public static PurposeRules found(Optional<Path> workspace) {
        try {
            Optional<PurposeFile> file = PurposeFile.find(workspace);
            return file.isEmpty()
                    ? STANDARD
                    : STANDARD.after(file.get().read().lines().limit(10_000).toList());
        } catch (IOException e) {
            return STANDARD;
        }
    }

    /** Podium's own lines, with what they may say. */
    public static String standard() {
        try (InputStream in = PurposeRules.class.getResourceAsStream("purposes.txt")) {
            if (in == null) {
                throw new IllegalStateException("the rules of purposes are missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same behind these lines; one that cannot be read is left out. */
    public PurposeRules after(List<String> lines) {
        List<Rule> all = new ArrayList<>();
        lines.forEach(line -> rule(line).ifPresent(all::add));
        all.addAll(rules);
        return new PurposeRules(all);
    }

    /** Why a line is no rule, as the end of a sentence; empty: it is one, or a note, or blank. */
    static Optional<String> problem(String line) {
        String[] words = line.strip().split("\\s+");
        if (line.isBlank() || words[0].startsWith("#")) {
            return Optional.empty();
        }
        List<String> purposes = Purpose.VALUES.stream()
                .map(PurposeRules::word)
                .filter(word -> !word.isEmpty())
                .toList();
        if (!purposes.contains(words[0].toLowerCase(Locale.ROOT))) {
            return Optional.of(Texts.of("PurposeRules.itBeginsWithWhich", words[0], String.join(", ", purposes)));
        }
        return words.length == 1
                ? Optional.of(Texts.of("PurposeRules.itNamesNoField"))
                : Stream.of(words)
                        .skip(1)
                        .filter(word -> !FIELD.matcher(word).matches())
                        .map(word -> Texts.of("PurposeRules.isNoFieldThey", word, FIELDS))
                        .findFirst();
    }

    private static Optional<Rule> rule(String line) {
        String[] words = line.strip().split("\\s+");
        Optional<Purpose> purpose = Purpose.VALUES.stream()
                .filter(one -> word(one).equals(words[0].toLowerCase(Locale.ROOT)))
                .findFirst();
        Map<String, Pattern> fields = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            int at = words[i].indexOf('=');
            if (at > 0) {
                fields.put(words[i].substring(0, at), glob(words[i].substring(at + 1)));
            }
        }
        boolean whole = words.length > 1 && fields.size() == words.length - 1;
        return whole ? purpose.map(one -> new Rule(one, Map.copyOf(fields), said(words))) : Optional.empty();
    }

    /** The fields of a line in words, in their order: {@code ends=yes gang=yes} is that it ends by itself, and a gang. */
    private static String said(String[] line) {
        return Stream.of(line)
                .skip(1)
                .map(field -> switch (field) {
                    case "gang=yes" -> Texts.of("PurposeRules.needsOthers");
                    case "gang=no" -> Texts.of("PurposeRules.noGang");
                    case "ends=yes" -> Texts.of("PurposeRules.endsByItself");
                    case "ends=no" -> Texts.of("PurposeRules.doesNotEndBy");
                    case "serves=yes" -> Texts.of("PurposeRules.itsPodsAreReplaced");
                    case "serves=no" -> Texts.of("PurposeRules.itsPodsAreNot");
                    case "gpus=yes" -> Texts.of("PurposeRules.asksForGpus");
                    case "gpus=no" -> Texts.of("PurposeRules.asksForNoGpus");
                    default ->
                        field.startsWith("label.")
                                ? Texts.of("PurposeRules.label", field.substring("label.".length()))
                                : field.contains("*")
                                        ? Texts.of(
                                                "PurposeRules.like",
                                                field.split("=")[0],
                                                field.replaceFirst("^[^=]*=", ""))
                                        : field.replaceFirst("=", " ");
                })
                .collect(Collectors.joining(", "));
    }

    private static Pattern glob(String text) {
        return Pattern.compile(
                Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.DOTALL);
    }

    /** What a job is for. In the realm. */
    public Purpose of(Job job) {
        return holding(job).map(Rule::purpose).orElse(Purpose.UNKNOWN);
    }

    /** What it is told by, in words; empty: by nothing. In the realm. */
    public String why(Job job) {
        return holding(job).map(Rule::words).orElse("");
    }

    private Optional<Rule> holding(Job job) {
        return rules.stream()
                .filter(rule -> rule.fields().entrySet().stream()
                        .allMatch(field -> field.getValue()
                                        .matcher(value(job, field.getKey()))
                                        .matches()
                                && !value(job, field.getKey()).isEmpty()))
                .findFirst();
    }

    private static String value(Job job, String field) {
        String value =
                switch (field) {
                    case "kind" -> job.getKind();
                    case "name" -> job.getName();
                    case "namespace" -> job.getNamespace();
                    case "gang" -> yes(job.getMinimum() != null && job.getMinimum() > 1);
                    case "ends" -> yes(JobTraits.has(job, WorkKind.Trait.ENDS));
                    case "serves" -> yes(serves(job));
                    case "gpus" -> yes(asksForGpus(job));
                    default -> field.startsWith("label.") ? label(job, field.substring("label.".length())) : "";
                };
        return value == null ? "" : value;
    }

    private static boolean serves(Job job) {
        return JobTraits.has(job, WorkKind.Trait.KEEPS_RUNNING) || JobTraits.has(job, WorkKind.Trait.REPLACES_PODS);
    }

    private static boolean asksForGpus(Job job) {
        @Nullable TaskSpec spec = job.getSpec();
        return Holdings.wanted(job) > 0
                || spec != null
                        && (Holdings.asked(spec) > 0
                                || Holdings.shares(spec) > 0
                                || !spec.resourceClaims().isEmpty());
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "no";
    }

    private static String label(Job job, String key) {
        Labels own = job.getLabels() == null ? Labels.none() : job.getLabels();
        return own.get(key).orElse("");
    }

    /** A purpose in words. */
    public static String word(Purpose purpose) {
        return switch (purpose) {
            case TRAINING -> "training";
            case FINE_TUNING -> "fine-tuning";
            case INFERENCE -> "inference";
            case BATCH -> "batch";
            case NOTEBOOK -> "notebook";
            case UNKNOWN -> "";
        };
    }

    /**
     * Whether a restart loses what was done so far. A service begins where it was, also one of which nothing says what it serves; what
     * has pods by name may hold a session.
     */
    public static boolean hasStateToLose(Job job) {
        boolean helps = job.getPurpose() == Purpose.UNKNOWN
                && serves(job)
                && !(asksForGpus(job) && JobTraits.has(job, WorkKind.Trait.RANKED_BY_NAME));
        return job.getPurpose() != Purpose.INFERENCE && !helps;
    }
}
