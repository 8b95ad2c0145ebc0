// SPDX-License-Identifier: Apache-2.0
package podium.operation.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import podium.core.file.PlainFiles;
import podium.core.file.PrivateFiles;
import podium.core.file.Workspace;
import podium.operation.texts.Texts;

/** An operator's own key to approve with: in a file that only he can read, among his settings. */
public final class ApprovalKey {
    private static final int LARGEST = 1 << 16;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String publicKey;
    private final PrivateKey privateKey;

    private ApprovalKey(String publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** Where this user's key is. */
    public static Path usual() {
        return Workspace.settings().resolve("approval-key.json");
    }

    /** Reads the key; empty: there is none. */
    public static Optional<ApprovalKey> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = MAPPER.readTree(PlainFiles.text(file, LARGEST));
            byte[] bytes = Base64.getDecoder().decode(node.path("private").asText());
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            return Optional.of(new ApprovalKey(node.path("public").asText(), key));
        } catch (GeneralSecurityException | IllegalArgumentException | JsonProcessingException e) {
            throw new IOException(Texts.of("ApprovalKey.thereIsNoKey", file), e);
        }
    }

    /** Makes a key. One that is there is kept: approvals of others may rest on it. */
    public static ApprovalKey make(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, Texts.of("ApprovalKey.thereIsAKey"));
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String open = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
            String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            PrivateFiles.folders(file.toAbsolutePath().getParent());
            PrivateFiles.write(
                    file,
                    MAPPER.createObjectNode()
                                    .put("public", open)
                                    .put("private", secret)
                                    .toString() + "\n");
            return new ApprovalKey(open, pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519 (JEP 339)", e);
        }
    }

    /** The key for others to trust, X.509 in base64. */
    public String publicKey() {
        return publicKey;
    }

    /** Approves a request. */
    public Approval approve(ApprovalRequest request, String by, Instant until) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(request.signed(by, publicKey, until));
            return new Approval(
                    request, by, publicKey, until, Base64.getEncoder().encodeToString(ed25519.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key is one of Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return "ApprovalKey";
    }
}
