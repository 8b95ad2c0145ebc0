// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.operation.secret.Redaction;
import podium.operation.texts.Texts;

/**
 * What a plan leaves changed, as a Kustomize file: for objects that are kept in a repository and would be put back from there. Each
 * patch is the one that is sent (RFC 6902 or a merge patch; Kustomize takes both under {@code patches}), without its tests, which are
 * about the object on the server. Switches that the plan turns and turns back (suspend, active) are left out, and so are pods, which no
 * repository holds, and secrets: values of variables and whatever else looks like one.
 */
public final class PatchExport {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern SWITCH = Pattern.compile("/spec/(runPolicy/)?(suspend|active)");

    private PatchExport() {}

    /** The file as YAML; empty: the plan leaves nothing that a repository would hold. */
    public static String kustomize(Plan plan) {
        StringBuilder patches = new StringBuilder();
        List<String> created = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step instanceof Step.Write(ApiWrite write, var _, var _, var _, var _, var _) && isKept(write)) {
                if (write.verb() == ApiWrite.Verb.CREATE) {
                    created.add("# " + line(write.words()) + "\n" + bare(write) + "\n");
                } else {
                    append(patches, write);
                }
            }
        }
        if (patches.isEmpty() && created.isEmpty()) {
            return "";
        }
        StringBuilder file = new StringBuilder("# " + line(plan.title()) + "\n");
        if (!patches.isEmpty()) {
            file.append("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches:\n")
                    .append(patches);
        }
        for (int i = 0; i < created.size(); i++) {
            file.append(i > 0 || !patches.isEmpty() ? "---\n" : "").append(created.get(i));
        }
        return Redaction.isRedacted(file.toString())
                ? Texts.of("PatchExport.secretsAreNotExported", Redaction.MARK, file)
                : file.toString();
    }

    private static String bare(ApiWrite write) {
        String body = write.verb() == ApiWrite.Verb.JSON_PATCH ? lasting(write.body()) : write.body();
        return Redaction.of(body).text();
    }

    /** The operations of a JSON patch that a repository would hold. */
    private static String lasting(String patch) {
        try {
            ArrayNode lasting = MAPPER.createArrayNode();
            for (JsonNode operation : MAPPER.readTree(patch)) {
                String path = operation.path("path").asText();
                if (!operation.path("op").asText().equals("test")
                        && !SWITCH.matcher(path).matches()
                        && !path.startsWith("/status/")) {
                    lasting.add(operation);
                }
            }
            return MAPPER.writeValueAsString(lasting);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(patch, e);
        }
    }

    private static boolean isKept(ApiWrite write) {
        boolean kept =
                switch (write.verb()) {
                    case MERGE_PATCH, STRATEGIC_PATCH -> !isSwitch(write.body());
                    case JSON_PATCH -> !lasting(write.body()).equals("[]");
                    case CREATE -> true;
                    case DELETE, EVICT -> false;
                };
        return kept
                && write.subresource().isEmpty()
                && !write.target().isPod()
                && !write.target().kind().equals("Node");
    }

    /** True for a merge patch that only turns something on or off: no text and no number in it. */
    private static boolean isSwitch(String body) {
        return body.replaceAll("\"[^\"]*\"\\s*:", "").matches("[{}\\s,]*(true|false|null)?[{}\\s,]*");
    }

    private static void append(StringBuilder patches, ApiWrite write) {
        ObjectRef target = write.target();
        patches.append("- target:\n");
        if (!target.group().isEmpty()) {
            patches.append("    group: ").append(target.group()).append('\n');
        }
        patches.append("    version: ").append(target.version()).append('\n');
        patches.append("    kind: ").append(target.kind()).append('\n');
        if (!target.namespace().isEmpty()) {
            patches.append("    namespace: ").append(quoted(target.namespace())).append('\n');
        }
        patches.append("    name: ").append(quoted(target.name())).append('\n');
        patches.append("  # ").append(line(write.words())).append('\n');
        patches.append("  patch: |-\n    ").append(body(write)).append('\n');
    }

    /** A merge patch names its object, as Kustomize wants it to; a JSON patch stands as it is. */
    private static String body(ApiWrite write) {
        if (write.verb() == ApiWrite.Verb.JSON_PATCH) {
            return line(bare(write));
        }
        ObjectRef target = write.target();
        String names = "{\"apiVersion\":\"" + target.apiVersion() + "\",\"kind\":\"" + target.kind()
                + "\",\"metadata\":{\"name\":" + quoted(target.name()) + "},";
        return names + line(bare(write)).substring(1);
    }

    private static String line(String text) {
        return text.replaceAll("\\s*\\R+\\s*", " ");
    }

    /** A text of YAML and of JSON; names of roles may hold anything but a slash and a percent sign. */
    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
