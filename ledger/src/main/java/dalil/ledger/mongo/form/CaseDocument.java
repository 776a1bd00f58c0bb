package dalil.ledger.mongo.form;

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
public final class CaseDocument {

    /** Which form the documents of a ledger have. */
    static final int FORM = 1;

    public static final BsonString ID = new BsonString("case");

    private CaseDocument() {}

    public static BsonDocument of(SealedCase sealed) {
        BsonDocument document = new BsonDocument("_id", ID).append("form", new BsonInt32(FORM));
        sealed.members().forEach((name, value) -> document.append(name, new BsonString(value)));
        return document.append("secret", new BsonBinary(sealed.secret())).append("seal", new BsonBinary(sealed.seal()));
    }

    /** @throws IntegrityFault if it is not of this form or not as it was sealed */
    public static SealedCase read(BsonDocument document) {
        try {
            int form = document.getInt32("form").getValue();
            if (form != FORM) {
                throw IntegrityFault.ofLedger(
                        "the database has form " + form + ", this program reads form " + FORM + " only");
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
