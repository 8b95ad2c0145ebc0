// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import podium.model.value.Labels;
import podium.model.value.PodTerm;
import podium.model.value.QuotaTerms;
import podium.model.value.Resources;
import podium.model.value.Spread;
import podium.model.value.TaskSpec;
import podium.model.value.Toleration;

/** A spec like another but for what a test speaks of. */
public final class SpecBuilder {
    private final TaskSpec like;
    private Labels nodeSelector;
    private List<PodTerm> podAffinity;
    private List<Spread> spreads;
    private List<PodTerm> podAntiAffinity;
    private List<String> gates;
    private Optional<String> podGroup;
    private boolean emptyDir;
    private List<String> volumeClaims;
    private List<String> resourceClaims;
    private QuotaTerms quota;
    private OptionalInt priority;
    private String schedulerName;
    private List<Toleration> tolerations;
    private List<String> unread;

    private SpecBuilder(TaskSpec like) {
        this.like = like;
        nodeSelector = like.nodeSelector();
        podAffinity = like.podAffinity();
        spreads = like.spreads();
        podAntiAffinity = like.podAntiAffinity();
        gates = like.gates();
        podGroup = like.podGroup();
        emptyDir = like.emptyDir();
        volumeClaims = like.volumeClaims();
        resourceClaims = like.resourceClaims();
        quota = like.quota();
        priority = like.priority();
        schedulerName = like.schedulerName();
        tolerations = like.tolerations();
        unread = like.unread();
    }

    /** A spec that asks for these resources and so far for nothing else. */
    public static SpecBuilder of(Resources requests) {
        return like(TaskSpec.of(requests));
    }

    public static SpecBuilder like(TaskSpec spec) {
        return new SpecBuilder(spec);
    }

    public SpecBuilder spreads(List<Spread> constraints) {
        spreads = constraints;
        return this;
    }

    public SpecBuilder podAffinity(List<PodTerm> terms) {
        podAffinity = terms;
        return this;
    }

    public SpecBuilder podAntiAffinity(List<PodTerm> terms) {
        podAntiAffinity = terms;
        return this;
    }

    public SpecBuilder gates(String... names) {
        gates = List.of(names);
        return this;
    }

    public SpecBuilder podGroup(String name) {
        podGroup = Optional.of(name);
        return this;
    }

    public SpecBuilder emptyDir() {
        emptyDir = true;
        return this;
    }

    public SpecBuilder volumeClaims(String... names) {
        volumeClaims = List.of(names);
        return this;
    }

    public SpecBuilder quota(QuotaTerms terms) {
        quota = terms;
        return this;
    }

    public SpecBuilder resourceClaims(String... references) {
        resourceClaims = List.of(references);
        return this;
    }

    public SpecBuilder priority(int value) {
        priority = OptionalInt.of(value);
        return this;
    }

    public SpecBuilder tolerations(Toleration... all) {
        tolerations = List.of(all);
        return this;
    }

    public SpecBuilder unread(String... words) {
        unread = List.of(words);
        return this;
    }

    public SpecBuilder group(String name) {
        podGroup = Optional.of(name);
        return this;
    }

    public SpecBuilder scheduler(String name) {
        schedulerName = name;
        return this;
    }

    public SpecBuilder nodeSelector(Labels labels) {
        nodeSelector = labels;
        return this;
    }

    public TaskSpec build() {
        return new TaskSpec(
                like.requests(),
                quota,
                nodeSelector,
                like.requiredNodes(),
                like.preferredNodes(),
                podAffinity,
                podAntiAffinity,
                spreads,
                tolerations,
                gates,
                schedulerName,
                priority,
                podGroup,
                like.graceSeconds(),
                emptyDir,
                like.hostNetwork(),
                like.hostPorts(),
                volumeClaims,
                resourceClaims,
                unread);
    }
}
