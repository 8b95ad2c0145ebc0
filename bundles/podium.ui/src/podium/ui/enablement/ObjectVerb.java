// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.core.api.Permission;
import podium.ui.toolkit.Icon;

/** What an operator can do to an object of any kind. */
public enum ObjectVerb implements PresentableAction {
    EDIT("Edit YAML\u2026", Icon.TEXT, "Edit the object; the diff becomes the plan"),
    CONTENT("Show Content\u2026", Icon.CONSENT, "Read the content of this Secret; it is shown hidden and kept nowhere"),
    LABELS("Labels\u2026", Icon.LABEL, "Add or remove labels"),
    TAINTS("Taints\u2026", Icon.CORDONED, "Add or remove taints of nodes"),
    SCALE("Scale\u2026", Icon.SCALE, "Change the number of replicas"),
    RESTART("Restart Rollout\u2026", Icon.RETRY, "Replace all its pods with new ones"),
    ROLL_BACK("Roll Back\u2026", Icon.UNDO, "Go back to the template of an earlier revision"),
    TRIGGER("Run Now\u2026", Icon.RESUME, "Create a Job from the CronJob's template now"),
    DEBUG("Debug Container\u2026", Icon.SHELL, "Add a debug container to this pod and open its shell"),
    NODE_SHELL(
            "Node Shell\u2026",
            Icon.SHELL,
            "Run a pod on this node and open its shell; closing the shell deletes the pod"),
    DRIVER("nvidia-smi in Driver Pod", Icon.SHELL, "Run nvidia-smi in the pod of this node that has NVIDIA's driver"),
    EVICT("Evict Pod\u2026", Icon.DRAIN, "Evict only this pod; its disruption budgets are respected"),
    DELETE("Delete\u2026", Icon.DELETE, "Delete the object and what it owns");

    private static final Set<String> ROLLED = Set.of("deployments", "statefulsets", "daemonsets");
    private final Presentation presentation;

    ObjectVerb(String words, Icon icon, String meaning) {
        this.presentation = new Presentation(words, icon, "", meaning);
    }

    @Override
    public Presentation presentation() {
        return presentation;
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
        boolean secret = ref.group().isEmpty() && ref.resource().equals("secrets");
        return switch (this) {
            case CONTENT -> secret;
            case EDIT, LABELS, DELETE -> !secret;
            case TAINTS, NODE_SHELL, DRIVER ->
                ref.group().isEmpty() && ref.resource().equals("nodes");
            case SCALE -> scaled;
            case RESTART, ROLL_BACK -> ref.group().equals("apps") && ROLLED.contains(ref.resource());
            case TRIGGER -> ref.group().equals("batch") && ref.resource().equals("cronjobs");
            case EVICT, DEBUG -> ref.isPod();
        };
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
