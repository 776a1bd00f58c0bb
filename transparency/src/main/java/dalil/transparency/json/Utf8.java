package dalil.transparency.json;

import dalil.transparency.MalformedException;

/** One multi-byte sequence of well-formed UTF-8 (Unicode table 3-7): no overlong form, no surrogate, nothing above U+10FFFF. */
record Utf8(int point, int length) {

    static Utf8 at(byte[] bytes, int start) {
        int lead = bytes[start] & 0xff;
        if (lead >= 0xc2 && lead <= 0xdf) {
            return read(bytes, start, 2, lead & 0x1f);
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            return read(bytes, start, 3, lead & 0x0f);
        }
        if (lead >= 0xf0 && lead <= 0xf4) {
            return read(bytes, start, 4, lead & 0x07);
        }
        throw malformed(start);
    }

    private static Utf8 read(byte[] bytes, int start, int length, int leadBits) {
        if (start + length > bytes.length) {
            throw malformed(start);
        }
        int point = leadBits;
        for (int i = start + 1; i < start + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                throw malformed(start);
            }
            point = point << 6 | bytes[i] & 0x3f;
        }
        boolean overlong = point < (length == 3 ? 0x800 : 0x10000) && length > 2;
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        if (overlong || surrogate || point > Character.MAX_CODE_POINT) {
            throw malformed(start);
        }
        return new Utf8(point, length);
    }

    private static MalformedException malformed(int start) {
        return MalformedException.atByte(start, "not well-formed UTF-8");
    }
}
