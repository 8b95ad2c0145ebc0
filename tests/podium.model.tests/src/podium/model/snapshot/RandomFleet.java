// SPDX-License-Identifier: Apache-2.0
package podium.model.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import podium.model.fleet.Fleet;
import podium.model.fleet.impl.FleetPackageImpl;
import podium.model.value.ControllerRef;
import podium.model.value.DeviceIds;
import podium.model.value.Samples;
import podium.model.value.TaskGroup;
import podium.model.value.TaskGroups;

/** A fleet in which every attribute and reference of the model is set at random, found by reflection. */
final class RandomFleet {
    private static final int MOST_CHILDREN = 3;
    private static final int DEEPEST = 6;
    private static final String[] TEXTS = {
        "n1", "", " spaces ", "<&>\"'", "line\nbreak\r\n", "\u001b[31mred", "\\u0041", "\ud83d\ude00", "\ud800", "日本"
    };

    private final Random random;
    private final Samples samples;
    private final List<EObject> all = new ArrayList<>();

    private RandomFleet(long seed) {
        random = new Random(seed);
        samples = new Samples(seed);
    }

    static Fleet of(long seed) {
        RandomFleet random = new RandomFleet(seed);
        Fleet fleet = (Fleet) random.create((EClass) FleetPackageImpl.eINSTANCE.getEClassifier("Fleet"), 0);
        random.all.forEach(random::refer);
        return fleet;
    }

    private EObject create(EClass type, int depth) {
        EObject object = EcoreUtil.create(type);
        all.add(object);
        type.getEAllAttributes().forEach(attribute -> {
            if (!attribute.isTransient() && random.nextInt(4) > 0) {
                object.eSet(attribute, value(attribute));
            }
        });
        for (EReference reference : type.getEAllContainments()) {
            for (int i = depth == 0 ? 1 : random.nextInt(MOST_CHILDREN); i > 0 && depth < DEEPEST; i--) {
                list(object, reference).add(create(reference.getEReferenceType(), depth + 1));
            }
        }
        return object;
    }

    private void refer(EObject object) {
        for (EReference reference : object.eClass().getEAllReferences()) {
            if (reference.isContainment() || reference.isContainer() || random.nextInt(3) == 0) {
                continue;
            }
            List<EObject> fitting = all.stream()
                    .filter(other -> reference.getEReferenceType().isInstance(other) || anything(reference))
                    .toList();
            if (!fitting.isEmpty()) {
                EObject other = fitting.get(random.nextInt(fitting.size()));
                if (!reference.isMany()) {
                    object.eSet(reference, other);
                } else if (!list(object, reference).contains(other)) {
                    list(object, reference).add(other);
                }
            }
        }
    }

    private static boolean anything(EReference reference) {
        return "EObject".equals(reference.getEReferenceType().getName());
    }

    @SuppressWarnings("unchecked")
    private static EList<EObject> list(EObject object, EReference reference) {
        return (EList<EObject>) object.eGet(reference);
    }

    private Object value(EAttribute attribute) {
        if (attribute.getEAttributeType() instanceof EEnum type) {
            return type.getELiterals()
                    .get(random.nextInt(type.getELiterals().size()))
                    .getInstance();
        }
        return switch (attribute.getEAttributeType().getName()) {
            case "EString" -> TEXTS[random.nextInt(TEXTS.length)];
            case "EInt", "EIntegerObject" -> random.nextInt();
            case "ELong", "ELongObject" -> random.nextLong();
            case "EDoubleObject" -> random.nextDouble();
            case "EBoolean" -> random.nextBoolean();
            case "Instant" -> Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L));
            case "Labels" -> samples.labels();
            case "LabelSelector" -> samples.selector();
            case "Resources" -> samples.resources();
            case "Taints" -> samples.taints();
            case "DeviceTaints" -> samples.deviceTaints();
            case "TaskSpec" -> samples.spec();
            case "TaskGroups" -> new TaskGroups(List.of(new TaskGroup("head", 1, samples.spec(), samples.labels())));
            case "Conditions" -> samples.conditions();
            case "ControllerRef" -> new ControllerRef("batch/v1", "Job", "train", "uid");
            case "WorkKind" ->
                new podium.model.value.WorkKind(
                        "jobs", java.util.List.of(podium.model.value.WorkKind.Trait.ENDS), "so");
            case "DeviceIds" -> new DeviceIds(List.of("GPU-1"));
            default -> throw new AssertionError("no sample for " + attribute.getEAttributeType());
        };
    }
}
