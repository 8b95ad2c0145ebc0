// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.change.SchedulingObject.DeviceClass;
import podium.core.dra.ClaimSpec;
import podium.core.dra.DeviceChoice;
import podium.core.dra.DeviceConstraint;
import podium.core.dra.DeviceRequest;
import podium.core.fleet.SchedulingObjects;
import podium.placement.internal.dra.RequestOption.Sieve;
import podium.placement.internal.dra.cel.SelectorSource;
import podium.placement.texts.Texts;

/** What claims ask for, request by request and choice by choice, made ready to be held against many nodes. */
public final class CompiledClaims {
    private final List<ClaimToAllocate> claims;
    private final List<List<List<RequestOption>>> wishes = new ArrayList<>();
    private final List<RequestOption> all;
    private final boolean simple;
    private final List<Sieve> sieves;
    private final List<DeviceConstraint> constraints;
    private final boolean sound;

    /** @throws UnjudgedException a class does not exist, or a request is of a kind that is not known */
    CompiledClaims(List<ClaimToAllocate> claims, SchedulingObjects facts, SelectorSource selectors)
            throws UnjudgedException {
        this.claims = List.copyOf(claims);
        for (ClaimToAllocate claim : claims) {
            List<List<RequestOption>> ofClaim = new ArrayList<>();
            for (DeviceRequest request : claim.spec().requests()) {
                if (request.choices().isEmpty()) {
                    throw new UnjudgedException(
                            UnjudgedException.Verdict.REFUSED,
                            Texts.of("CompiledClaims.requestOfIsOf", request.name(), claim.words()));
                }
                List<RequestOption> choices = new ArrayList<>();
                for (DeviceChoice choice : request.choices()) {
                    choices.add(new RequestOption(
                            request.name(),
                            choice,
                            sieves(claim, choice, facts, selectors),
                            AllocationFailure.asked(choice)));
                }
                ofClaim.add(choices);
            }
            wishes.add(ofClaim);
        }
        simple = isSimple();
        sieves = wishes.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .flatMap(wish -> wish.sieves().stream())
                .toList();
        constraints = claims.stream()
                .flatMap(claim -> claim.spec().constraints().stream())
                .toList();
        sound = sieves.stream().allMatch(Sieve::sound);
        all = simple ? wishes.stream().flatMap(List::stream).map(List::getFirst).toList() : List.of();
    }

    private boolean isSimple() {
        return claims.stream().allMatch(claim -> claim.spec().constraints().isEmpty() && !claim.once())
                && wishes.stream()
                        .allMatch(claim -> claim.stream()
                                                .mapToLong(request -> request.getFirst()
                                                        .choice()
                                                        .count())
                                                .sum()
                                        <= AllocationSearch.MOST_DEVICES
                                && claim.stream()
                                        .allMatch(request -> request.size() == 1
                                                && request.getFirst().simple()));
    }

    private static List<Sieve> sieves(
            ClaimToAllocate claim, DeviceChoice choice, SchedulingObjects facts, SelectorSource selectors)
            throws UnjudgedException {
        Optional<DeviceClass> of = facts.get(DeviceClass.class, "", choice.deviceClass());
        if (of.isEmpty()) {
            throw new UnjudgedException(
                    UnjudgedException.Verdict.REFUSED,
                    Texts.of("CompiledClaims.deviceClassDoesNotExist", choice.deviceClass()));
        }
        List<Sieve> sieves = new ArrayList<>();
        for (String selector : of.get().selectors()) {
            sieves.add(new Sieve(
                    Texts.of("CompiledClaims.class", choice.deviceClass()), selectors.selector(selector, facts)));
        }
        for (String selector : choice.selectors()) {
            sieves.add(new Sieve(claim.words(), selectors.selector(selector, facts)));
        }
        return sieves;
    }

    int claims() {
        return claims.size();
    }

    ClaimToAllocate claim(int claim) {
        return claims.get(claim);
    }

    ClaimSpec spec(int claim) {
        return claims.get(claim).spec();
    }

    List<List<RequestOption>> requests(int claim) {
        return wishes.get(claim);
    }

    /** Every request asks for a number of devices and nothing else but what selects them. */
    boolean simple() {
        return simple;
    }

    /** All that devices are selected by, in order. */
    List<Sieve> sieves() {
        return sieves;
    }

    /** All rules between devices, in order. */
    List<DeviceConstraint> constraints() {
        return constraints;
    }

    /** Everything that devices are selected by can be asked of any device. */
    boolean sound() {
        return sound;
    }

    /** The one wish of each request of a simple plan. */
    List<RequestOption> all() {
        return all;
    }
}
