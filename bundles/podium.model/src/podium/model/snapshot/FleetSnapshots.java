// SPDX-License-Identifier: Apache-2.0
package podium.model.snapshot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.fleet.impl.FleetPackageImpl;
import podium.model.texts.Texts;

/**
 * Saves and loads a fleet as XMI. A snapshot holds what the model holds, and the model holds no credentials; user and
 * password in a server's address are left out. Reading one opens nothing but the file itself.
 */
public final class FleetSnapshots {
    private static final URI NAME = URI.createURI("snapshot.podium");

    /** The reader meets the package of a format that it does not know. */
    private static final Pattern FORMAT = Pattern.compile("'urn:podium:fleet:(\\w+)'");

    private FleetSnapshots() {}

    /**
     * Writes the fleet to a file, whole or not at all; readable by its owner only where the file system knows that.
     * Call it where the fleet may be touched, or with a {@link #copy}.
     */
    public static void save(Fleet fleet, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(folder, ".snapshot", ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                save(fleet, out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes the fleet to a stream, which stays open. */
    public static void save(Fleet fleet, OutputStream out) throws IOException {
        SnapshotResource resource = new SnapshotResource(NAME);
        Fleet copy = copy(fleet);
        resource.getContents().add(copy);
        int number = 0;
        for (Iterator<EObject> all = resource.getAllContents(); all.hasNext(); ) {
            resource.setID(all.next(), "_" + Integer.toString(number++, Character.MAX_RADIX));
        }
        resource.save(out, Map.of(XMLResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
    }

    /** A copy that may be saved on any thread, without what does not belong in a snapshot. */
    public static Fleet copy(Fleet fleet) {
        Fleet copy = EcoreUtil.copy(fleet);
        for (Cluster cluster : copy.getClusters()) {
            cluster.setFacts(null);
            if (cluster.getServer() != null) {
                cluster.setServer(cluster.getServer().replaceFirst("(?<=://)[^/@]*@", ""));
            }
        }
        return copy;
    }

    /**
     * Reads a snapshot.
     *
     * @throws SnapshotException when the file is no snapshot or a broken one
     * @throws IOException when it cannot be read at all
     */
    public static Fleet load(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return load(in, file.getFileName().toString());
        }
    }

    /**
     * Reads a snapshot.
     *
     * @param name what to call it in a message
     */
    public static Fleet load(InputStream in, String name) throws IOException {
        ResourceSet set = new ResourceSetImpl();
        set.getPackageRegistry().put(FleetPackageImpl.eNS_URI, FleetPackageImpl.eINSTANCE);
        set.setURIConverter(new ClosedWorld());
        SnapshotResource resource = new SnapshotResource(NAME);
        set.getResources().add(resource);
        try {
            resource.load(
                    in,
                    Map.of(
                            XMLResource.OPTION_DEFER_IDREF_RESOLUTION,
                            Boolean.TRUE,
                            XMLResource.OPTION_PARSER_FEATURES,
                            Map.of("http://apache.org/xml/features/disallow-doctype-decl", Boolean.TRUE)));
        } catch (IOException | RuntimeException e) {
            refuseErrors(resource, name);
            throw new SnapshotException(Texts.of("FleetSnapshots.isNotASnapshot", name, reason(e)), e);
        }
        refuseErrors(resource, name);
        if (resource.getContents().size() != 1 || !(resource.getContents().getFirst() instanceof Fleet fleet)) {
            throw new SnapshotException(Texts.of("FleetSnapshots.holdsNoFleet", name));
        }
        resource.getContents().clear();
        return fleet;
    }

    private static void refuseErrors(Resource resource, String name) throws SnapshotException {
        if (!resource.getErrors().isEmpty()) {
            Resource.Diagnostic first = resource.getErrors().getFirst();
            Matcher other = FORMAT.matcher(String.valueOf(first.getMessage()));
            throw new SnapshotException(
                    other.find()
                            ? Texts.of("FleetSnapshots.isOfAnotherFormat", name, other.group(1))
                            : Texts.of("FleetSnapshots.isBrokenInLine", name, first.getLine()));
        }
    }

    private static String reason(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null
                ? deepest.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
