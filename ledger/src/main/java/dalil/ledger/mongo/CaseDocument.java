package dalil.ledger.mongo;

import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.store.SealedCase;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;

/** The document of the case; there is one, or no ledger. */
final class CaseDocument {

    static final BsonString ID = new BsonString("case");

    private CaseDocument() {}

    static BsonDocument of(SealedCase sealed) {
        BsonDocument document = new BsonDocument("_id", ID).append("form", new BsonInt32(MongoLayout.FORM));
        sealed.members().forEach((name, value) -> document.append(name, new BsonString(value)));
        return document.append("secret", new BsonBinary(sealed.secret())).append("seal", new BsonBinary(sealed.seal()));
    }

    /** @throws IntegrityFault if it is not of this form or not as it was sealed */
    static SealedCase read(BsonDocument document) {
        try {
            int form = document.getInt32("form").getValue();
            if (form != MongoLayout.FORM) {
                throw IntegrityFault.ofLedger(
                        "the database has form " + form + ", this program reads form " + MongoLayout.FORM + " only");
            }
            Map<String, String> members = java.util.stream.Stream.of("id", "languages", "name", "origin", "zone")
                    .collect(Collectors.toMap(
                            name -> name, name -> document.getString(name).getValue()));
            return SealedCase.opened(
                    members,
                    document.getBinary("secret").getData(),
                    document.getBinary("seal").getData());
        } catch (BsonInvalidOperationException malformed) {
            throw IntegrityFault.ofLedger("altered case: " + malformed.getMessage());
        }
    }
}
