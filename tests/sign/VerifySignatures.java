// SPDX-License-Identifier: GPL-3.0-or-later
//
// Verifies every XML signature of every file with the JDK's own javax.xml.crypto.dsig, each with the key of the
// certificate that it carries: a line "FILE POSITION yes|no" each, "FILE - error …" where one cannot be read.
//
// usage: java VerifySignatures.java FILE…
import java.io.File;
import java.security.Key;
import java.security.cert.X509Certificate;
import javax.xml.crypto.AlgorithmMethod;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.KeySelectorException;
import javax.xml.crypto.KeySelectorResult;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class VerifySignatures {
  private static final class CarriedKey extends KeySelector {
    @Override
    public KeySelectorResult select (KeyInfo info, Purpose purpose, AlgorithmMethod method, XMLCryptoContext context)
        throws KeySelectorException {
      for (XMLStructure part : info.getContent ())
        if (part instanceof X509Data)
          for (Object content : ((X509Data) part).getContent ())
            if (content instanceof X509Certificate) {
              Key key = ((X509Certificate) content).getPublicKey ();
              return () -> key;
            }
      throw new KeySelectorException ("no certificate");
    }
  }

  private static void markIds (Document document) {
    NodeList elements = document.getElementsByTagNameNS ("*", "*");
    for (int i = 0; i < elements.getLength (); i++) {
      Element element = (Element) elements.item (i);
      if (element.hasAttributeNS (null, "Id"))
        element.setIdAttributeNS (null, "Id", true);
    }
  }

  private static void verify (String path, DocumentBuilder builder, XMLSignatureFactory factory) throws Exception {
    Document document = builder.parse (new File (path));
    markIds (document);
    NodeList signatures = document.getElementsByTagNameNS (XMLSignature.XMLNS, "Signature");
    for (int i = 0; i < signatures.getLength (); i++) {
      DOMValidateContext context = new DOMValidateContext (new CarriedKey (), signatures.item (i));
      boolean valid = factory.unmarshalXMLSignature (context).validate (context);
      System.out.println (path + " " + (i + 1) + " " + (valid ? "yes" : "no"));
    }
  }

  public static void main (String[] paths) throws Exception {
    DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance ();
    builders.setNamespaceAware (true);
    DocumentBuilder builder = builders.newDocumentBuilder ();
    XMLSignatureFactory factory = XMLSignatureFactory.getInstance ("DOM");
    for (String path : paths)
      try {
        verify (path, builder, factory);
      } catch (Exception fault) {
        System.out.println (path + " - error " + fault.getMessage ());
      }
  }
}
