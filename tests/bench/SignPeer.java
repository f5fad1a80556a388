/* SPDX-License-Identifier: GPL-3.0-or-later */
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The same work by the JDK, warm: parse, schema, sign, write, parse, schema, verify.
 * usage: java SignPeer.java KEY.p12 PASSPHRASE SIGNATURE-METHOD SCHEMA FILE
 * For each line on standard input, a number, does the work so many times and answers with seconds of processor time
 * for one: of this thread only, without what the virtual machine spends on collecting and compiling.
 */
public class SignPeer {
  static final String REPORT = "urn:nianbao:report:1";
  static DocumentBuilder builder;
  static Schema schema;
  static XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");

  static Document parse(byte[] bytes) throws Exception {
    Document document = builder.parse(new ByteArrayInputStream(bytes));
    schema.newValidator().validate(new DOMSource(document));
    ((Element) document.getElementsByTagNameNS(REPORT, "report").item(0)).setIdAttribute("Id", true);
    return document;
  }

  static void round(byte[] bytes, PrivateKey key, PublicKey publicKey, String method) throws Exception {
    Document document = parse(bytes);
    Element signatures = document.createElementNS(REPORT, "signatures");
    document.getDocumentElement().appendChild(signatures);
    Reference reference = factory.newReference("#report", factory.newDigestMethod(DigestMethod.SHA256, null),
        List.of(factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)), null, null);
    factory.newXMLSignature(factory.newSignedInfo(
        factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
        factory.newSignatureMethod(method, null), List.of(reference)), null).sign(new DOMSignContext(key, signatures));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));

    Document again = parse(out.toByteArray());
    DOMValidateContext context =
        new DOMValidateContext(publicKey, again.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0));
    if (!factory.unmarshalXMLSignature(context).validate(context))
      throw new IllegalStateException("not verified");
  }

  public static void main(String[] arguments) throws Exception {
    char[] passphrase = arguments[1].toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new FileInputStream(arguments[0]), passphrase);
    String alias = store.aliases().nextElement();
    PrivateKey key = (PrivateKey) store.getKey(alias, passphrase);
    PublicKey publicKey = store.getCertificate(alias).getPublicKey();
    schema = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema").newSchema(new File(arguments[3]));
    DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
    builders.setNamespaceAware(true);
    builder = builders.newDocumentBuilder();
    byte[] bytes = Files.readAllBytes(Path.of(arguments[4]));

    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int rounds = Integer.parseInt(line.trim());
      long start = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < rounds; i++)
        round(bytes, key, publicKey, arguments[2]);
      System.out.println((threads.getCurrentThreadCpuTime() - start) / 1e9 / rounds);
      System.out.flush();
    }
  }
}
