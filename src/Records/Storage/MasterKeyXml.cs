using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using MediaGuard.Ingest.Vault;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Records.Storage;

/// <summary>Encrypts the keys that sign people in before they go into the database, so that a copy of the database signs nobody in.</summary>
internal sealed class MasterKeyXmlEncryptor(IMasterKeyProvider master) : IXmlEncryptor
{
    internal static readonly byte[] Bound = "mediaguard data protection"u8.ToArray();

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var key = RandomNumberGenerator.GetBytes(32);
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        var cipher = new byte[plain.Length];
        using (var aes = new AesGcm(key, tag.Length))
        {
            aes.Encrypt(nonce, plain, cipher, tag, Bound);
        }

        // data protection's interface is synchronous and is called once in ninety days
        var keyId = master.CurrentKeyIdAsync(CancellationToken.None).GetAwaiter().GetResult();
        var wrapped = master.WrapAsync(keyId, key, Bound, CancellationToken.None).GetAwaiter().GetResult();
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(
            new XElement(
                "wrappedByMasterKey",
                new XAttribute("version", 1),
                new XAttribute("masterKey", keyId),
                new XElement("key", Convert.ToBase64String(wrapped)),
                new XElement("nonce", Convert.ToBase64String(nonce)),
                new XElement("tag", Convert.ToBase64String(tag)),
                new XElement("cipher", Convert.ToBase64String(cipher))),
            typeof(MasterKeyXmlDecryptor));
    }
}

/// <summary>Undoes <see cref="MasterKeyXmlEncryptor"/>. Made by data protection from the type's name.</summary>
internal sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">Another master key, or damage.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        var master = services.GetRequiredService<IMasterKeyProvider>();
        var key = master.UnwrapAsync((string)encryptedElement.Attribute("masterKey")!, Bytes("key"), MasterKeyXmlEncryptor.Bound, CancellationToken.None).GetAwaiter().GetResult();
        var cipher = Bytes("cipher");
        var plain = new byte[cipher.Length];
        using (var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize))
        {
            aes.Decrypt(Bytes("nonce"), cipher, Bytes("tag"), plain, MasterKeyXmlEncryptor.Bound);
        }

        CryptographicOperations.ZeroMemory(key);
        return XElement.Parse(Encoding.UTF8.GetString(plain));

        byte[] Bytes(string name) => Convert.FromBase64String((string)encryptedElement.Element(name)!);
    }
}
