// SPDX-License-Identifier: GPL-3.0-or-later
//
// Verifies every XML signature of every file with Apache Santuario, for SM2 and SM3 with BouncyCastle, each with the
// key of the certificate that it carries: a line "FILE POSITION yes|no" each, "FILE - error …" where one cannot be read.
//
// usage: java -cp bcprov.jar:xmlsec.jar:slf4j-api.jar VerifyWithSantuario.java LIST     (a file, a path a line)
import java.io.ByteArrayInputStream;
import java.io.File;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.apache.xml.security.algorithms.JCEMapper;
import org.apache.xml.security.algorithms.SignatureAlgorithm;
import org.apache.xml.security.algorithms.SignatureAlgorithmSpi;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.signature.XMLSignatureException;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class VerifyWithSantuario {
  static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  static final String[] SM3 = {"http://www.chinaport.gov.cn/2022/04/xmldsig#sm3", "http://www.w3.org/2018/02/xmlgmdsig#sm3"};

  /** SM2 with the usual identifier; r and s side by side, which BouncyCastle wants as DER. */
  public abstract static class Sm2 extends SignatureAlgorithmSpi {
    private Signature engine;

    @Override protected void engineInitVerify(Key key) throws XMLSignatureException {
      attempt(() -> {
        engine = Signature.getInstance("SM3withSM2", "BC");
        engine.initVerify((PublicKey) key);
      });
    }

    @Override protected void engineUpdate(byte[] input) throws XMLSignatureException {
      attempt(() -> engine.update(input));
    }

    @Override protected void engineUpdate(byte input) throws XMLSignatureException {
      attempt(() -> engine.update(input));
    }

    @Override protected void engineUpdate(byte[] input, int offset, int length) throws XMLSignatureException {
      attempt(() -> engine.update(input, offset, length));
    }

    @Override protected boolean engineVerify(byte[] value) throws XMLSignatureException {
      boolean[] valid = {false};
      attempt(() -> {
        ASN1EncodableVector scalars = new ASN1EncodableVector();
        scalars.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(value, 0, 32))));
        scalars.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(value, 32, 64))));
        valid[0] = value.length == 64 && engine.verify(new DERSequence(scalars).getEncoded());
      });
      return valid[0];
    }

    private interface Attempt { void run() throws Exception; }

    private static void attempt(Attempt attempt) throws XMLSignatureException {
      try {
        attempt.run();
      } catch (Exception fault) {
        throw new XMLSignatureException(fault);
      }
    }

    @Override protected String engineGetJCEAlgorithmString() { return "SM3withSM2"; }
    @Override protected String engineGetJCEProviderName() { return "BC"; }
    @Override protected byte[] engineSign() throws XMLSignatureException { throw new XMLSignatureException(); }
    @Override protected void engineInitSign(Key key) throws XMLSignatureException { throw new XMLSignatureException(); }
    @Override protected void engineInitSign(Key key, SecureRandom random) throws XMLSignatureException { throw new XMLSignatureException(); }
    @Override protected void engineInitSign(Key key, AlgorithmParameterSpec spec) throws XMLSignatureException { throw new XMLSignatureException(); }
    @Override protected void engineSetParameter(AlgorithmParameterSpec spec) throws XMLSignatureException { throw new XMLSignatureException(); }
    @Override protected void engineSetHMACOutputLength(int length) throws XMLSignatureException { throw new XMLSignatureException(); }
  }

  public static class Customs extends Sm2 {
    @Override protected String engineGetURI() { return "http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3"; }
  }

  public static class EPort extends Sm2 {
    @Override protected String engineGetURI() { return "http://www.w3.org/2000/09/xmldsig#sm2-sm3"; }
  }

  public static class Infosec extends Sm2 {
    @Override protected String engineGetURI() { return "http://www.w3.org/2018/02/xmlgmdsig#ecsm2-sm3"; }
  }

  static void verify(String path, DocumentBuilder builder, CertificateFactory certificates) throws Exception {
    Document document = builder.parse(new File(path));
    NodeList elements = document.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < elements.getLength(); i++)
      if (((Element) elements.item(i)).hasAttributeNS(null, "Id"))
        ((Element) elements.item(i)).setIdAttributeNS(null, "Id", true);
    NodeList signatures = document.getElementsByTagNameNS(DSIG, "Signature");
    for (int i = 0; i < signatures.getLength(); i++) {
      Element signature = (Element) signatures.item(i);
      String carried = signature.getElementsByTagNameNS(DSIG, "X509Certificate").item(0).getTextContent();
      X509Certificate certificate = (X509Certificate) certificates.generateCertificate(
          new ByteArrayInputStream(Base64.getMimeDecoder().decode(carried)));
      boolean valid = new XMLSignature(signature, "", true).checkSignatureValue(certificate.getPublicKey());
      System.out.println(path + " " + (i + 1) + " " + (valid ? "yes" : "no"));
    }
  }

  public static void main(String[] arguments) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    Init.init();
    for (String uri : SM3)
      JCEMapper.register(uri, new JCEMapper.Algorithm("", "SM3", "MessageDigest"));
    SignatureAlgorithm.register("http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3", Customs.class);
    SignatureAlgorithm.register("http://www.w3.org/2000/09/xmldsig#sm2-sm3", EPort.class);
    SignatureAlgorithm.register("http://www.w3.org/2018/02/xmlgmdsig#ecsm2-sm3", Infosec.class);
    DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
    builders.setNamespaceAware(true);
    CertificateFactory certificates = CertificateFactory.getInstance("X.509", "BC");
    for (String path : Files.readAllLines(Path.of(arguments[0])))
      try {
        verify(path, builders.newDocumentBuilder(), certificates);
      } catch (Exception fault) {
        System.out.println(path + " - error " + String.valueOf(fault.getMessage()).split("\n")[0]);
      }
  }
}
