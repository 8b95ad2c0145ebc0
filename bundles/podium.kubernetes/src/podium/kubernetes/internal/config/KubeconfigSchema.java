// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.texts.Texts;

/**
 * The types of all fields of a kubeconfig, whether a context uses them or not: kubectl decodes the file as a whole and
 * refuses it for one number where a text belongs, and for two entries of one name (client-go, tools/clientcmd/api/v1:
 * types.go, conversion.go). Fields it does not know are let through, as there.
 */
final class KubeconfigSchema {
    /** Takes a value or says what is wrong with it. */
    private interface Check {
        void of(Place place, JsonNode value) throws KubeconfigException;
    }

    private record Place(Path file, String path) {
        Place below(String name) {
            return new Place(file, path.isEmpty() ? name : path + "/" + name);
        }

        KubeconfigException wrong(UnaryOperator<String> what, String cure) {
            return KubeconfigFile.problem(file, what.apply(path), cure);
        }
    }

    private static final Check ANY = (place, value) -> {};
    private static final Check TEXT = (place, value) -> {
        if (value.isContainerNode()) {
            throw place.wrong(
                    it -> Texts.of("KubeconfigSchema.isNotAPlain", it), Texts.of("KubeconfigSchema.writeItAsText"));
        }
        if (!value.isTextual()) {
            throw place.wrong(
                    it -> value.isBoolean()
                            ? Texts.of("KubeconfigSchema.isTrueOrFalse", it)
                            : Texts.of("KubeconfigSchema.isANumber", it),
                    Texts.of("KubeconfigSchema.quoteIt"));
        }
    };
    private static final Check FLAG = (place, value) -> {
        if (!value.isBoolean()) {
            throw place.wrong(
                    it -> Texts.of("KubeconfigSchema.isNeitherTrueNor", it),
                    Texts.of("KubeconfigSchema.writeTrueOrFalse"));
        }
    };
    private static final Check DATA = (place, value) -> {
        TEXT.of(place, value);
        if (Base64Text.decode(value.asText()).isEmpty()) {
            throw place.wrong(
                    it -> Texts.of("KubeconfigSchema.isNotBase64", it), Texts.of("KubeconfigSchema.writeThePemText"));
        }
    };
    private static final Check EXTENSIONS = list(ANY);
    private static final Map<String, Check> CLUSTER = Map.of(
            "server", TEXT,
            "tls-server-name", TEXT,
            "insecure-skip-tls-verify", FLAG,
            "certificate-authority", TEXT,
            "certificate-authority-data", DATA,
            "proxy-url", TEXT,
            "disable-compression", FLAG,
            "extensions", EXTENSIONS);
    private static final Map<String, Check> EXEC = Map.of(
            "command", TEXT,
            "args", list(TEXT),
            "env", list(fields(Map.of("name", TEXT, "value", TEXT))),
            "apiVersion", TEXT,
            "installHint", TEXT,
            "provideClusterInfo", FLAG,
            "interactiveMode", TEXT);
    private static final Map<String, Check> USER = Map.ofEntries(
            Map.entry("client-certificate", TEXT),
            Map.entry("client-certificate-data", DATA),
            Map.entry("client-key", TEXT),
            Map.entry("client-key-data", DATA),
            Map.entry("token", TEXT),
            Map.entry("tokenFile", TEXT),
            Map.entry("as", TEXT),
            Map.entry("as-uid", TEXT),
            Map.entry("as-groups", list(TEXT)),
            Map.entry("as-user-extra", each(list(TEXT))),
            Map.entry("username", TEXT),
            Map.entry("password", TEXT),
            Map.entry("auth-provider", fields(Map.of("name", TEXT, "config", each(TEXT)))),
            Map.entry("exec", fields(EXEC)),
            Map.entry("extensions", EXTENSIONS));
    private static final Map<String, Check> CONTEXT =
            Map.of("cluster", TEXT, "user", TEXT, "namespace", TEXT, "extensions", EXTENSIONS);
    private static final Check WHOLE = fields(Map.of(
            "kind", only("Config"),
            "apiVersion", only("v1"),
            "current-context", TEXT,
            "preferences", fields(Map.of("colors", FLAG, "extensions", EXTENSIONS)),
            "extensions", EXTENSIONS,
            "clusters", named("cluster", CLUSTER),
            "users", named("user", USER),
            "contexts", named("context", CONTEXT)));

    private KubeconfigSchema() {}

    static void check(Path file, JsonNode whole) throws KubeconfigException {
        WHOLE.of(new Place(file, ""), whole);
    }

    private static Check only(String word) {
        return (place, value) -> {
            TEXT.of(place, value);
            if (!value.asText().isEmpty() && !value.asText().equals(word)) {
                throw place.wrong(
                        it -> Texts.of("KubeconfigSchema.isAnotherWord", it, value.asText()),
                        Texts.of("KubeconfigSchema.thatOfAKubeconfig", word));
            }
        };
    }

    private static Check fields(Map<String, Check> checks) {
        return (place, value) -> {
            mapping(place, value);
            for (Map.Entry<String, Check> field : checks.entrySet()) {
                JsonNode found = value.path(field.getKey());
                if (!found.isMissingNode() && !found.isNull()) {
                    field.getValue().of(place.below(field.getKey()), found);
                }
            }
        };
    }

    private static Check each(Check check) {
        return (place, value) -> {
            mapping(place, value);
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                if (!field.getValue().isNull()) {
                    check.of(place.below(field.getKey()), field.getValue());
                }
            }
        };
    }

    private static void mapping(Place place, JsonNode value) throws KubeconfigException {
        if (!value.isObject()) {
            throw place.wrong(
                    it -> Texts.of("KubeconfigSchema.isNotAMapping", it),
                    Texts.of("KubeconfigSchema.writeItsFieldsBelow"));
        }
    }

    private static Check list(Check check) {
        return (place, value) -> {
            if (!value.isArray()) {
                throw place.wrong(
                        it -> Texts.of("KubeconfigSchema.isNotAList", it),
                        Texts.of("KubeconfigSchema.writeItsEntriesWithADash"));
            }
            for (int i = 0; i < value.size(); i++) {
                if (!value.path(i).isNull()) {
                    check.of(new Place(place.file, place.path + "[" + i + "]"), value.path(i));
                }
            }
        };
    }

    private static Check named(String body, Map<String, Check> checks) {
        Check entry = fields(checks);
        return (place, value) -> {
            Set<String> names = new HashSet<>();
            list((at, element) -> {
                        mapping(at, element);
                        JsonNode name = element.path("name");
                        if (!name.isMissingNode() && !name.isNull()) {
                            TEXT.of(at.below("name"), name);
                        }
                        if (!names.add(name.asText(""))) {
                            throw place.wrong(
                                    it -> Texts.of("KubeconfigSchema.hasTwoEntriesNamed", it, name.asText("")),
                                    Texts.of("KubeconfigSchema.keepOneKubectlTakes"));
                        }
                        JsonNode fields = element.path(body);
                        if (!fields.isMissingNode() && !fields.isNull()) {
                            entry.of(place.below(name.asText("")), fields);
                        }
                    })
                    .of(place, value);
        };
    }
}
