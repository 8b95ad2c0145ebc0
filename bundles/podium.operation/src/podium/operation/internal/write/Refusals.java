// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.ApiWrite;
import podium.core.api.WriteResult;
import podium.operation.texts.Texts;

/**
 * Refusals of the server in the operator's words: which object, and who or what forbids it. The server's own message is kept. How an
 * API server words them: k8s.io/apimachinery pkg/api/errors (NewForbidden, NewInvalid, NewConflict), k8s.io/apiserver
 * pkg/admission/plugin/webhook/errors (denied, failed calling), pkg/authorization (cannot VERB resource), the quota plugin
 * (exceeded quota); seen on 1.36.
 */
public final class Refusals {
    /** Cause of a 429 that comes from a disruption budget (policy/v1 eviction). */
    static final String BUDGET_CAUSE = "DisruptionBudget";

    private static final String NAMESPACE_CAUSE = "NamespaceTerminating";

    private static final Pattern RIGHT = Pattern.compile("User \"([^\"]*)\" cannot (\\S+) resource \"([^\"]*)\""
            + "(?: in API group \"([^\"]*)\")?(?: in the namespace \"([^\"]*)\")?");
    /** Kyverno's reasons begin with an empty line (pkg/webhooks/utils/block.go), Gatekeeper's are one a line. */
    private static final Pattern WEBHOOK = Pattern.compile(
            "admission webhook \"([^\"]+)\" denied the request(?:: (.*)| without explanation)?", Pattern.DOTALL);

    private static final Pattern DEAD_WEBHOOK =
            Pattern.compile("failed calling (?:admission )?webhook \"([^\"]+)\"(.*)", Pattern.DOTALL);
    private static final Pattern CONVERSION = Pattern.compile("conversion webhook for ([^,]+), Kind=(\\S+) failed(.*)");
    private static final Pattern POLICY = Pattern.compile(
            "ValidatingAdmissionPolicy '([^']+)' with binding '[^']*' denied request(?:: (.*))?", Pattern.DOTALL);
    private static final Pattern QUOTA =
            Pattern.compile("exceeded quota: ([^,]+), requested: (.*), used: (.*), limited: (.*)");
    private static final Pattern POD_SECURITY = Pattern.compile("violates PodSecurity \"([^\"]+)\"");
    private static final Pattern LIMIT = Pattern.compile("(?:maximum|minimum) \\S+ usage per \\S+ is");

    private Refusals() {}

    public static String words(ApiWrite write, WriteResult.Refused refused) {
        String words = named(write, refused).orElseGet(() -> plain(write, refused));
        return refused.message().isBlank() ? words : Texts.of("Refusals.theServerSays", words, refused.message());
    }

    /** The same, with what was wanted and what stands now. Now: the object as it was read again; empty: it could not be. */
    public static String words(ApiWrite write, WriteResult.Refused refused, Optional<JsonNode> now) {
        String wanted = PatchedFields.wanted(write);
        String stands = now.map(object -> PatchedFields.of(write, object)).orElse("");
        String told = wanted.isEmpty()
                ? Texts.of("Refusals.wanted", words(write, refused), write.words())
                : Texts.of("Refusals.wantedValues", words(write, refused), write.words(), wanted);
        return stands.isEmpty() ? told : Texts.of("Refusals.itIsUnchanged", told, stands);
    }

    /** Where the message names who forbids it: a right, a webhook, a policy, a quota. */
    private static Optional<String> named(ApiWrite write, WriteResult.Refused refused) {
        String what = write.target().displayName();
        String message = refused.message();
        Matcher hook = WEBHOOK.matcher(message);
        if (hook.find()) {
            String why = line(hook.group(2));
            return Optional.of(
                    why.isEmpty()
                            ? Texts.of("Refusals.theWebhookDeniesItAndDoesNotSayWhy", what, hook.group(1))
                            : Texts.of("Refusals.theWebhookDeniesIt", what, hook.group(1), why));
        }
        Matcher dead = DEAD_WEBHOOK.matcher(message);
        if (dead.find()) {
            return Optional.of(dead(what, dead.group(1), Silence.of(dead.group(2))));
        }
        Matcher conversion = CONVERSION.matcher(message);
        if (conversion.find()) {
            return Optional.of(dead(what, conversion.group(2), conversion.group(1), Silence.of(conversion.group(3))));
        }
        Matcher policy = POLICY.matcher(message);
        if (policy.find()) {
            String why = line(policy.group(2));
            return Optional.of(
                    why.isEmpty()
                            ? Texts.of("Refusals.theAdmissionPolicyDeniesAndDoesNotSayWhy", what, policy.group(1))
                            : Texts.of("Refusals.theAdmissionPolicyDenies", what, policy.group(1), why));
        }
        return refused.status() == 403 ? forbidden(what, refused) : Optional.empty();
    }

    private static Optional<String> forbidden(String what, WriteResult.Refused refused) {
        String message = refused.message();
        Matcher right = RIGHT.matcher(message);
        if (right.find()) {
            String who = right.group(1);
            String verb = right.group(2);
            String resource = right.group(3);
            return Optional.of(
                    right.group(5) == null
                            ? Texts.of("Refusals.mayNotInTheWholeCluster", what, who, verb, resource)
                            : Texts.of("Refusals.mayNotInNamespace", what, who, verb, resource, right.group(5)));
        }
        Matcher quota = QUOTA.matcher(message);
        if (quota.find()) {
            return Optional.of(Texts.of(
                    "Refusals.theQuotaOfIts", what, quota.group(1), quota.group(2), quota.group(3), quota.group(4)));
        }
        Matcher security = POD_SECURITY.matcher(message);
        if (security.find()) {
            return Optional.of(Texts.of("Refusals.thePodSecurityLevel", what, security.group(1)));
        }
        if (LIMIT.matcher(message).find()) {
            return Optional.of(Texts.of("Refusals.aLimitrangeOfIts", what));
        }
        return isNamespaceGoing(refused)
                ? Optional.of(Texts.of("Refusals.itsNamespaceIsBeing", what))
                : Optional.empty();
    }

    /** What is said in one line that ends with a full stop; empty: nothing is. */
    private static String line(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return "";
        }
        String line = said.strip().replaceAll("\\s+", " ");
        return line.endsWith(".") ? line : line + ".";
    }

    /** Why a webhook could not be asked; k8s.io/apiserver pkg/util/webhook hands on what the connection said. */
    private enum Silence {
        DISTRUSTED,
        ABSENT,
        MUTE;

        static Silence of(String said) {
            if (said.contains("x509: ") || said.contains("tls: ")) {
                return DISTRUSTED;
            }
            return said.contains("no endpoints available") || said.contains(" not found") ? ABSENT : MUTE;
        }
    }

    private static String dead(String what, String webhook, Silence why) {
        return switch (why) {
            case DISTRUSTED -> Texts.of("Refusals.theWebhookIsDistrusted", what, webhook);
            case ABSENT -> Texts.of("Refusals.theWebhookIsNotRunning", what, webhook);
            case MUTE -> Texts.of("Refusals.theWebhookDoesNotAnswer", what, webhook);
        };
    }

    private static String dead(String what, String kind, String version, Silence why) {
        return switch (why) {
            case DISTRUSTED -> Texts.of("Refusals.theConvertingWebhookIsDistrusted", what, kind, version);
            case ABSENT -> Texts.of("Refusals.theConvertingWebhookIsNotRunning", what, kind, version);
            case MUTE -> Texts.of("Refusals.theConvertingWebhookDoesNotAnswer", what, kind, version);
        };
    }

    private static String plain(ApiWrite write, WriteResult.Refused refused) {
        String what = write.target().displayName();
        return switch (refused.status()) {
            case 400 -> Texts.of("Refusals.notUnderstood", what);
            case 401 -> Texts.of("Refusals.theServerDoesNot");
            case 403 -> Texts.of("Refusals.theServerForbidsIt", what);
            case 404 -> Texts.of("Refusals.doesNotExistAny", what);
            case 405 -> Texts.of("Refusals.notOffered", what);
            case 409 -> conflict(what, refused);
            case 413 -> Texts.of("Refusals.theRequestIsToo", what);
            case 422 -> invalid(what, write, refused);
            case 429 ->
                isBudget(refused)
                        ? Texts.of("Refusals.aDisruptionBudgetForbids", what)
                        : Texts.of("Refusals.theServerIsThrottling");
            default -> Texts.of("Refusals.theServerAnswered", what, refused.status());
        };
    }

    private static String conflict(String what, WriteResult.Refused refused) {
        if ("AlreadyExists".equals(refused.reason())) {
            return Texts.of("Refusals.existsAlready", what);
        }
        return refused.message().contains("UID in the precondition")
                        || refused.message().contains("UID in precondition")
                ? Texts.of("Refusals.isAnotherObjectNow", what)
                : Texts.of("Refusals.changedSinceThePlan", what);
    }

    /** Fields that the server does not let be so; a patch whose tests do not hold comes with the same status and names none. */
    private static String invalid(String what, ApiWrite write, WriteResult.Refused refused) {
        List<String> fields = refused.causes().stream()
                .filter(cause -> !cause.field().isBlank())
                .map(cause -> cause.field() + ": " + cause.message())
                .distinct()
                .toList();
        if (fields.stream().anyMatch(field -> field.startsWith("metadata.uid: "))) {
            return Texts.of("Refusals.isAnotherObjectNow", what);
        } else if (!fields.isEmpty()) {
            return Texts.of("Refusals.theServersRulesForbid", what, String.join("; ", fields));
        }
        return write.verb() == ApiWrite.Verb.JSON_PATCH
                ? Texts.of("Refusals.isNoLongerAs", what)
                : Texts.of("Refusals.theServerRejectsThis", what);
    }

    /** True for a 429 that a disruption budget caused; a plain 429 is throttling. */
    public static boolean isBudget(WriteResult.Refused refused) {
        return refused.status() == 429 && hasCause(refused, BUDGET_CAUSE);
    }

    /** True when the namespace is being deleted: its pods go by themselves. */
    public static boolean isNamespaceGoing(WriteResult.Refused refused) {
        return refused.status() == 403 && hasCause(refused, NAMESPACE_CAUSE);
    }

    private static boolean hasCause(WriteResult.Refused refused, String reason) {
        return refused.causes().stream().anyMatch(cause -> reason.equals(cause.reason()));
    }

    /** What the budget says, shortest form: the message of its cause where there is one. */
    public static String budget(WriteResult.Refused refused) {
        return refused.causes().stream()
                .filter(cause ->
                        BUDGET_CAUSE.equals(cause.reason()) && !cause.message().isBlank())
                .map(WriteResult.Cause::message)
                .findFirst()
                .orElse(refused.message());
    }
}
