// SPDX-License-Identifier: Apache-2.0
package podium.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.impl.FleetPackageImpl;

/** The shape of the model as a whole. */
class ModelTest {
    private static final EPackage MODEL = FleetPackageImpl.eINSTANCE;

    @Test
    void theWordsOfTheProductAreTheClassesOfTheModel() {
        Set<String> classes = MODEL.getEClassifiers().stream()
                .filter(EClass.class::isInstance)
                .map(EClassifier::getName)
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "Named",
                        "Fleet",
                        "Cluster",
                        "Domain",
                        "Node",
                        "Accelerator",
                        "Slice",
                        "Link",
                        "Nic",
                        "Job",
                        "Task",
                        "Queue",
                        "DisruptionBudget"),
                classes);
    }

    @Test
    void noReferenceResolvesProxies() {
        for (EClass type : classes()) {
            for (EReference reference : type.getEReferences()) {
                assertFalse(reference.isResolveProxies(), type.getName() + "." + reference.getName());
            }
        }
    }

    @Test
    void oppositesAreMutualAndContainersAreNotSaved() {
        for (EClass type : classes()) {
            for (EReference reference : type.getEReferences()) {
                EReference opposite = reference.getEOpposite();
                if (opposite != null) {
                    assertSame(reference, opposite.getEOpposite());
                }
                if (reference.isContainer()) {
                    assertTrue(reference.isTransient(), type.getName() + "." + reference.getName());
                }
            }
        }
    }

    @Test
    void whatASourceMayNotKnowHasAStateThatSaysSo() {
        for (String name : List.of("Readiness", "Health", "Vendor", "JobState", "TaskPhase")) {
            EEnum type = (EEnum) MODEL.getEClassifier(name);
            assertEquals("UNKNOWN", type.getEEnumLiteral(0).getName(), name);
        }
        Accelerator accelerator = FleetFactory.INSTANCE.createAccelerator();
        assertNull(accelerator.getMemoryBytes());
        assertNull(accelerator.getNumaNode());
        assertNull(accelerator.getUuid());
        assertNull(FleetFactory.INSTANCE.createTask().getRank());
        assertNull(FleetFactory.INSTANCE.createJob().getMinimum());
        assertNull(FleetFactory.INSTANCE.createLink().getBytesPerSecond());
    }

    @Test
    void everyDataTypeThatIsSavedTakesNothingForNothing() {
        for (EClassifier classifier : MODEL.getEClassifiers()) {
            if (classifier instanceof EDataType type && type.isSerializable() && !(type instanceof EEnum)) {
                assertNull(MODEL.getEFactoryInstance().createFromString(type, null), type.getName());
                assertNull(MODEL.getEFactoryInstance().convertToString(type, null), type.getName());
            }
        }
    }

    @Test
    void everyClassCanBeCreated() {
        for (EClass type : classes()) {
            if (!type.isAbstract()) {
                assertNotNull(MODEL.getEFactoryInstance().create(type));
            }
        }
    }

    @Test
    void aTaskIsInTheListsOfItsNodeAndDevicesAndLeavesThemWithItsReferences() {
        Cluster cluster = FleetFactory.INSTANCE.createCluster();
        Node node = FleetFactory.INSTANCE.createNode();
        Accelerator accelerator = FleetFactory.INSTANCE.createAccelerator();
        Job job = FleetFactory.INSTANCE.createJob();
        Task task = FleetFactory.INSTANCE.createTask();
        cluster.getNodes().add(node);
        cluster.getJobs().add(job);
        node.getAccelerators().add(accelerator);
        job.getTasks().add(task);
        task.setNode(node);
        task.getAccelerators().add(accelerator);
        assertEquals(List.of(task), node.getTasks());
        assertEquals(List.of(task), accelerator.getTasks());
        task.setNode(null);
        task.getAccelerators().clear();
        assertTrue(node.getTasks().isEmpty());
        assertTrue(accelerator.getTasks().isEmpty());
    }

    @Test
    void aTaskThatMovesToAnotherJobLeavesTheFirst() {
        Job first = FleetFactory.INSTANCE.createJob();
        Job second = FleetFactory.INSTANCE.createJob();
        Task task = FleetFactory.INSTANCE.createTask();
        first.getTasks().add(task);
        second.getTasks().add(task);
        assertTrue(first.getTasks().isEmpty());
        assertSame(second, task.getJob());
    }

    private static List<EClass> classes() {
        return MODEL.getEClassifiers().stream()
                .filter(EClass.class::isInstance)
                .map(EClass.class::cast)
                .toList();
    }
}
