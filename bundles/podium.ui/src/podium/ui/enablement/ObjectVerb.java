// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.core.api.Permission;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;

/** What an operator can do to an object of any kind. */
public enum ObjectVerb implements PresentableAction {
    EDIT(Texts.of("ObjectVerb.editYaml"), Icon.TEXT, "E", Texts.of("ObjectVerb.editTheObjectThe")),
    CONTENT(Texts.of("ObjectVerb.showContent"), Icon.CONSENT, Texts.of("ObjectVerb.readTheContentOf")),
    LABELS(Texts.of("ObjectVerb.labels"), Icon.LABEL, Texts.of("ObjectVerb.addOrRemoveLabels")),
    TAINTS(Texts.of("ObjectVerb.taints"), Icon.CORDONED, Texts.of("ObjectVerb.addOrRemoveTaints")),
    SCALE(Texts.of("ObjectVerb.scale"), Icon.SCALE, Texts.of("ObjectVerb.changeTheNumberOf")),
    RESTART(Texts.of("ObjectVerb.restartRollout"), Icon.RETRY, Texts.of("ObjectVerb.replaceAllItsPods")),
    ROLL_BACK(Texts.of("ObjectVerb.rollBack"), Icon.UNDO, Texts.of("ObjectVerb.goBackToThe")),
    TRIGGER(Texts.of("ObjectVerb.runNow"), Icon.RESUME, Texts.of("ObjectVerb.createAJobFrom")),
    DEBUG(Texts.of("ObjectVerb.debugContainer"), Icon.SHELL, Texts.of("ObjectVerb.addADebugContainer")),
    NODE_SHELL(Texts.of("ObjectVerb.nodeShell"), Icon.SHELL, Texts.of("ObjectVerb.runAPodOn")),
    DRIVER(Texts.of("ObjectVerb.nvidiaSmiInDriver"), Icon.SHELL, Texts.of("ObjectVerb.runNvidiaSmiIn")),
    EVICT(Texts.of("ObjectVerb.evictPod"), Icon.DRAIN, Texts.of("ObjectVerb.evictOnlyThisPod")),
    DELETE(Texts.of("ObjectVerb.delete"), Icon.DELETE, Texts.of("ObjectVerb.deleteTheObjectAnd"));

    private static final Set<String> ROLLED = Set.of("deployments", "statefulsets", "daemonsets");
    private final Presentation presentation;

    ObjectVerb(String words, Icon icon, String meaning) {
        this(words, icon, "", meaning);
    }

    ObjectVerb(String words, Icon icon, String key, String meaning) {
        this.presentation = new Presentation(words, icon, key, meaning);
    }

    @Override
    public Presentation presentation() {
        return presentation;
    }

    /** On buttons and in menus of an object. Those of a pod say so wherever it stands: beside a task there is its job too. */
    public String words(ObjectRef ref) {
        return switch (this) {
            case LABELS -> ref.isPod() ? Texts.of("ObjectVerb.podLabels") : words();
            case DELETE -> ref.isPod() ? Texts.of("ObjectVerb.deletePod") : words();
            default -> words();
        };
    }

    /** Whether it is done to one object only. */
    public boolean isOfOne() {
        return this == EDIT
                || this == CONTENT
                || this == ROLL_BACK
                || this == DEBUG
                || this == NODE_SHELL
                || this == DRIVER;
    }

    /** Whether it makes sense for a kind. */
    public boolean isFor(ObjectRef ref, boolean scaled) {
        boolean secret = isSecret(ref);
        return switch (this) {
            case CONTENT -> secret;
            case EDIT -> true;
            case LABELS, DELETE -> !secret;
            case TAINTS, NODE_SHELL, DRIVER ->
                ref.group().isEmpty() && ref.resource().equals("nodes");
            case SCALE -> scaled;
            case RESTART, ROLL_BACK -> ref.group().equals("apps") && ROLLED.contains(ref.resource());
            case TRIGGER -> ref.group().equals("batch") && ref.resource().equals("cronjobs");
            case EVICT, DEBUG -> ref.isPod();
        };
    }

    /** Whether it is a Secret, which Podium does not write. */
    public static boolean isSecret(ObjectRef ref) {
        return ref.group().isEmpty() && ref.resource().equals("secrets");
    }

    /** The right that it needs. */
    public Permission needed(ObjectRef ref) {
        return switch (this) {
            case CONTENT -> new Permission("get", "", "secrets", "", ref.namespace());
            case DELETE -> new Permission("delete", ref.group(), ref.resource(), "", ref.namespace());
            case EVICT -> new Permission("create", "", "pods", "eviction", ref.namespace());
            case DEBUG -> new Permission("patch", "", "pods", "ephemeralcontainers", ref.namespace());
            case NODE_SHELL -> new Permission("create", "", "pods", "", "default");
            case DRIVER -> new Permission("list", "", "pods", "", "");
            case TRIGGER -> new Permission("create", "batch", "jobs", "", ref.namespace());
            default -> new Permission("patch", ref.group(), ref.resource(), "", ref.namespace());
        };
    }

    /** Whether it changes something in the cluster. */
    public boolean changes() {
        return this != CONTENT;
    }

    /** The name of a node that it is about; empty: none. */
    static Optional<String> node(ObjectRef ref) {
        return ref.group().isEmpty() && ref.resource().equals("nodes") ? Optional.of(ref.name()) : Optional.empty();
    }
}
