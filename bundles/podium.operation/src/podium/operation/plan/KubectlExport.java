// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.core.file.Home;
import podium.core.json.HiddenCharacters;
import podium.operation.secret.Redaction;
import podium.operation.texts.Texts;

/**
 * A plan as the {@code kubectl} commands that would do the same, for a shell: each write with its preconditions, where kubectl can send
 * them, and each wait as a remark; that for a deletion waits too, since something may be created in its place. Secrets are left out.
 */
public final class KubectlExport {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A grace period that is not said: what ends has its own. */
    private static final long OWN = -1;

    private static final String UID = " -o jsonpath='{.metadata.uid}'";

    /** The program, with what says which cluster is meant. */
    private final String kubectl;

    private KubectlExport(String kubectl) {
        this.kubectl = kubectl;
    }

    /**
     * kubectl for one cluster, whatever context is current: with its context, with its kubeconfig where kubectl would not read that by
     * itself, and as whom.
     *
     * @param target what was opened; empty: the cluster is not open
     */
    public static String kubectl(ClusterId cluster, Optional<ClusterTarget> target, Map<String, String> environment) {
        StringBuilder words = new StringBuilder("kubectl --context ").append(quoted(cluster.context()));
        target.filter(it -> !isRead(it, environment)).ifPresent(it -> words.append(" --kubeconfig ")
                .append(quoted(it.kubeconfig().toAbsolutePath().toString())));
        target.flatMap(ClusterTarget::actAs).ifPresent(other -> {
            words.append(" --as ").append(quoted(other.user()));
            other.groups().forEach(group -> words.append(" --as-group ").append(quoted(group)));
        });
        return words.toString();
    }

    /**
     * The command that edits an object.
     *
     * @param kubectl see {@link #kubectl}
     */
    public static String editing(String kubectl, ObjectRef ref) {
        return kubectl + " edit " + named(ref);
    }

    private static boolean isRead(ClusterTarget target, Map<String, String> environment) {
        String named = environment.getOrDefault("KUBECONFIG", "");
        String usual = named.isEmpty()
                ? Home.folder().resolve(".kube").resolve("config").toString()
                : named;
        return !target.merged().isEmpty() || target.kubeconfig().toString().equals(usual);
    }

    /** The commands of a plan whose cluster's kubeconfig is the one that kubectl reads. */
    public static String commands(Plan plan) {
        return commands(plan, kubectl(plan.cluster(), Optional.empty(), Map.of()));
    }

    /**
     * The commands, one step after another; empty: the plan writes nothing.
     *
     * @param kubectl as {@link #kubectl} says
     */
    public static String commands(Plan plan, String kubectl) {
        return new KubectlExport(kubectl).all(plan);
    }

    private String all(Plan plan) {
        List<String> lines = new ArrayList<>();
        boolean writes = false;
        for (Step step : plan.steps()) {
            lines.add(remark(step.words()));
            switch (step) {
                case Step.Write one -> {
                    lines.add(command(one.write()));
                    writes = true;
                }
                case Step.Barrier(List<Step.Write> all, var _) -> {
                    all.forEach(one -> lines.add(command(one.write())));
                    writes = true;
                }
                case Step.EvictAll(List<Step.Victim> victims, var _, var _) -> {
                    victims.forEach(one -> lines.add(evict(
                            one.pod(),
                            one.uid(),
                            one.grace().map(Duration::toSeconds).orElse(OWN))));
                    writes = true;
                }
                case Step.Await(var target, Expectation.Gone(String uid), var atMost, var _) ->
                    lines.add(gone(named(target), uid, atMost));
                case Step.Await _ -> {}
            }
        }
        if (!writes) {
            return "";
        }
        String text = remark(Texts.of("KubectlExport.on", plan.title(), plan.cluster())) + "\n"
                + String.join("\n", lines) + "\n";
        return Redaction.isRedacted(text)
                ? Texts.of("KubectlExport.secretsAreNotCopied", quoted(Redaction.MARK), text)
                : text;
    }

    private String command(ApiWrite write) {
        String object = named(write.target());
        String part = write.subresource().isEmpty() ? "" : " --subresource=" + write.subresource();
        return switch (write.verb()) {
            case CREATE ->
                write.subresource().isEmpty()
                        ? kubectl + " create -f - <<'EOF'\n"
                                + visible(Redaction.of(write.body()).text()) + "\nEOF"
                        : raw(write.target().path() + "/" + write.subresource(), write.body());
            case MERGE_PATCH ->
                kubectl + " patch " + object + part + " --type=merge -p " + quoted(visible(merged(write)));
            case STRATEGIC_PATCH ->
                kubectl + " patch " + object + part + " --type=strategic -p " + quoted(visible(merged(write)));
            case JSON_PATCH ->
                write.subresource().equals("ephemeralcontainers")
                        ? debug(write)
                        : kubectl + " patch " + object + part + " --type=json -p " + quoted(visible(tested(write)));
            case DELETE -> delete(write, object);
            case EVICT -> evict(write.target(), write.uid().orElse(""), grace(tree(write.body())));
        };
    }

    /** kubectl patches few subresources; debug containers have a command of their own. */
    private String debug(ApiWrite write) {
        for (JsonNode operation : tree(write.body())) {
            JsonNode value = operation.path("value");
            JsonNode container = value.isArray() ? value.path(0) : value;
            if (operation.path("op").asText().equals("add")) {
                String target = container.path("targetContainerName").asText();
                return kubectl + " debug -n " + quoted(write.target().namespace()) + " "
                        + quoted(write.target().name())
                        + " --image=" + quoted(container.path("image").asText()) + " --container="
                        + quoted(container.path("name").asText())
                        + (target.isEmpty() ? "" : " --target=" + quoted(target))
                        + " --profile=general -it --attach=false";
            }
        }
        return Texts.of("KubectlExport.nothingIsAdded");
    }

    /** {@link #OWN}: none is said. */
    private static long grace(JsonNode options) {
        return options.path("gracePeriodSeconds").asLong(OWN);
    }

    /**
     * kubectl sends no precondition with a deletion, so the uid is looked at before. It waits for the end of what it deletes unless it is
     * told not to, and what follows, a shorter grace for its pods, would come too late; 0 it takes for 1 unless it is forced.
     */
    private String delete(ApiWrite write, String object) {
        JsonNode options = tree(write.body());
        long seconds = grace(options);
        String grace = seconds < 0 ? "" : " --grace-period=" + seconds + (seconds == 0 ? " --force" : "");
        String cascade = options.path("propagationPolicy").asText("Background").toLowerCase(Locale.ROOT);
        String check = write.uid()
                .map(uid -> "[ \"$(" + kubectl + " get " + object + UID + ")\" = " + quoted(uid) + " ] && ")
                .orElse("");
        return check + kubectl + " delete " + object + " --cascade=" + cascade + grace + " --wait=false";
    }

    /** For another object of its name, made since, is not waited. */
    private String gone(String object, String uid, Duration atMost) {
        String other = uid.isEmpty()
                ? ""
                : "[ \"$(" + kubectl + " get " + object + UID + " --ignore-not-found)\" != " + quoted(uid) + " ] || ";
        return other + kubectl + " wait " + object + " --for=delete --timeout=" + atMost.toSeconds() + "s";
    }

    private String evict(ObjectRef pod, String uid, long grace) {
        ObjectNode body =
                MAPPER.createObjectNode().put("apiVersion", "policy/v1").put("kind", "Eviction");
        body.putObject("metadata").put("name", pod.name()).put("namespace", pod.namespace());
        if (!uid.isEmpty()) {
            body.withObject("/deleteOptions").putObject("preconditions").put("uid", uid);
        }
        if (grace >= 0) {
            body.withObject("/deleteOptions").put("gracePeriodSeconds", grace);
        }
        return raw(pod.path() + "/eviction", body.toString());
    }

    private String raw(String path, String body) {
        return kubectl + " create --raw " + quoted(path) + " -f - <<'EOF'\n"
                + visible(Redaction.of(body).text()) + "\nEOF";
    }

    /** {@code deployments.apps/web -n team-a}. */
    private static String named(ObjectRef ref) {
        String kind = ref.group().isEmpty() ? ref.resource() : ref.resource() + "." + ref.version() + "." + ref.group();
        return quoted(kind + "/" + ref.name()) + (ref.namespace().isEmpty() ? "" : " -n " + quoted(ref.namespace()));
    }

    private static String merged(ApiWrite write) {
        JsonNode patch = tree(Redaction.of(write.body()).text());
        if (patch instanceof ObjectNode object
                && (write.uid().isPresent() || write.resourceVersion().isPresent())) {
            ObjectNode metadata = object.withObject("/metadata");
            write.uid().ifPresent(uid -> metadata.put("uid", uid));
            write.resourceVersion().ifPresent(version -> metadata.put("resourceVersion", version));
        }
        return patch.toString();
    }

    private static String tested(ApiWrite write) {
        ArrayNode patch = MAPPER.createArrayNode();
        test(patch, "uid", write.uid());
        test(patch, "resourceVersion", write.resourceVersion());
        tree(Redaction.of(write.body()).text()).forEach(patch::add);
        return patch.toString();
    }

    private static void test(ArrayNode patch, String field, Optional<String> value) {
        value.ifPresent(is -> patch.addObject()
                .put("op", "test")
                .put("path", "/metadata/" + field)
                .put("value", is));
    }

    private static JsonNode tree(String json) {
        try {
            return json.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** JSON in which nothing hides: what is not to be seen, or moves what stands beside it, as an escape. */
    private static String visible(String json) {
        return HiddenCharacters.replaced(json, HiddenCharacters::is, c -> Character.toString(c)
                .chars()
                .mapToObj(HiddenCharacters::escape)
                .collect(Collectors.joining()));
    }

    /** As a shell takes it for one word, whatever is in it; what hides is an escape, since terminals act on it. */
    private static String quoted(String text) {
        if (text.matches("[\\w./:@=,-]+")) {
            return text;
        }
        if (text.codePoints().noneMatch(HiddenCharacters::is)) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
        // the quotes of bash and zsh that know escapes (POSIX.1-2024, Dollar-Single-Quotes)
        String escaped = text.replace("\\", "\\\\").replace("'", "\\'");
        return "$'" + HiddenCharacters.replaced(escaped, HiddenCharacters::is, HiddenCharacters::escape) + "'";
    }

    /**
     * A remark. zsh takes none at its prompt unless told to (INTERACTIVE_COMMENTS) and would run what stands there: whatever could do
     * something is quoted.
     */
    private static String remark(String text) {
        String line = text.replaceAll("\\s*\\R+\\s*", " ");
        return "# " + (line.matches("[\\w ./:@=,+%\\-\\u00c0-\\u02ff\u2026]*") ? line : quoted(line));
    }
}
