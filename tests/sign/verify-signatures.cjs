// SPDX-License-Identifier: GPL-3.0-or-later
//
// Verifies every XML signature of every file with npm's xml-crypto, for SM2 and SM3 with sm-crypto, which is
// JavaScript throughout: each with the key of the certificate that it carries. A line "FILE POSITION yes|no" each,
// "FILE - error …" where a file cannot be read.
//
// usage: node verify-signatures.cjs LIST     (a file, a path a line; NODE_PATH names the folder of the packages)
const crypto = require('crypto');
const fs = require('fs');
const { SignedXml } = require('xml-crypto');
const { DOMParser } = require('@xmldom/xmldom');
const { sm2, sm3 } = require('sm-crypto');

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const ECDSA = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256';
const SM2 = ['http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3', 'http://www.w3.org/2000/09/xmldsig#sm2-sm3',
  'http://www.w3.org/2018/02/xmlgmdsig#ecsm2-sm3'];
const SM3 = ['http://www.chinaport.gov.cn/2022/04/xmldsig#sm3', 'http://www.w3.org/2018/02/xmlgmdsig#sm3'];
const SM2_ID = '1234567812345678';

function Ecdsa() {
  this.getAlgorithmName = () => ECDSA;
  this.verifySignature = (text, key, value) => crypto.verify('sha256', Buffer.from(text),
    { key: crypto.createPublicKey(key), dsaEncoding: 'ieee-p1363' }, Buffer.from(value, 'base64'));
}

function sm2Class(uri) {
  return function Sm2() {
    this.getAlgorithmName = () => uri;
    this.verifySignature = (text, key, value) => sm2.doVerifySignature([...Buffer.from(text)],
      Buffer.from(value, 'base64').toString('hex'), sm2Point(key), { hash: true, userId: SM2_ID });
  };
}

function sm3Class(uri) {
  return function Sm3() {
    this.getAlgorithmName = () => uri;
    this.getHash = (text) => Buffer.from(sm3([...Buffer.from(text)]), 'hex').toString('base64');
  };
}

// The point of an SM2 key stands behind the name of its curve, 1.2.156.10197.1.301, as a bit string.
function sm2Point(pem) {
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64').toString('hex');
  return der.match(/06082a811ccf5501822d034200(04[0-9a-f]{128})/)[1];
}

function verify(path) {
  const text = fs.readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const faults = [];
  const document = new DOMParser({ errorHandler: (level, message) => faults.push(message) }).parseFromString(text, 'text/xml');
  if (faults.length) throw new Error(faults[0]);
  const signatures = document.getElementsByTagNameNS(DSIG, 'Signature');
  for (let i = 0; i < signatures.length; i++) {
    const carried = signatures[i].getElementsByTagNameNS(DSIG, 'X509Certificate')[0].textContent.replace(/\s/g, '');
    const verifier = new SignedXml({ publicCert: `-----BEGIN CERTIFICATE-----\n${carried.match(/.{1,64}/g).join('\n')}\n-----END CERTIFICATE-----\n` });
    verifier.SignatureAlgorithms[ECDSA] = Ecdsa;
    for (const uri of SM2) verifier.SignatureAlgorithms[uri] = sm2Class(uri);
    for (const uri of SM3) verifier.HashAlgorithms[uri] = sm3Class(uri);
    let valid = false;
    try {
      verifier.loadSignature(signatures[i]);
      valid = verifier.checkSignature(text);
    } catch (fault) {
      if (process.env.VERBOSE) console.error(path, fault.message);
    }
    console.log(`${path} ${i + 1} ${valid ? 'yes' : 'no'}`);
  }
}

for (const path of fs.readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  try {
    verify(path);
  } catch (fault) {
    console.log(`${path} - error ${String(fault.message).split('\n')[0]}`);
  }
}
