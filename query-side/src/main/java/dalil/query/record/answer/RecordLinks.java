package dalil.query.record.answer;

/**
 * Where the record is read.
 *
 * @param self the record itself
 * @param history who changed what
 */
record RecordLinks(String self, String history) {

    static RecordLinks of(String plural, String id) {
        String self = "/api/" + plural + "/" + id;
        return new RecordLinks(self, self + "/history");
    }
}
