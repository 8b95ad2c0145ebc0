// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.simulator.texts.Texts;

/** Reads the YAML files of this bundle and of the user. */
final class YamlFiles {

    private static final Pattern PART = Pattern.compile("(\\d+)([smhd])");

    private final YAMLMapper mapper = new YAMLMapper(new YAMLFactory());

    /** A file of this bundle, if there is one of that name. */
    Optional<JsonNode> resource(String name) {
        try (InputStream in = YamlFiles.class.getResourceAsStream("/scenarios/" + name)) {
            return in == null ? Optional.empty() : Optional.of(mapper.readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A file of the user.
     *
     * @throws IllegalArgumentException if it is no YAML, naming file and line
     */
    JsonNode file(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return mapper.readTree(in);
        } catch (JsonProcessingException broken) {
            String why = broken.getOriginalMessage();
            throw new IllegalArgumentException(
                    broken.getLocation() == null
                            ? Texts.of("YamlFiles.isNotValidYaml", path.getFileName(), why)
                            : Texts.of(
                                    "YamlFiles.isNotValidYamlInLine",
                                    path.getFileName(),
                                    broken.getLocation().getLineNr(),
                                    why),
                    broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    Texts.of("YamlFiles.cannotReadScenario", path, unreadable.getMessage()), unreadable);
        }
    }

    /** Reads {@code 3d7h}, {@code 25m}, {@code 40s}. */
    static Duration duration(String text) {
        Matcher matcher = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            long amount = Long.parseLong(matcher.group(1));
            sum = sum.plus(
                    switch (matcher.group(2)) {
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
            end = matcher.end();
        }
        if (end == 0 || end != text.length()) {
            throw new IllegalArgumentException("not a duration such as 3d7h or 40s: " + text);
        }
        return sum;
    }
}
