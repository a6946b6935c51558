using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class DecisionChainTests : IDisposable
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);

    private readonly ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => pair.Dispose();

    [Fact]
    public void AWholeChain_IsGood()
    {
        var verdict = DecisionChain.Verify(File(), [Key()]);

        Assert.Empty(verdict.Faults);
        Assert.True(verdict.IsGood);
        Assert.Equal(("AT-2026-000001", 3), (verdict.Case, verdict.Links.Count));
        Assert.Equal(["Sheet", "Vote", "Protocol"], verdict.Links.Select(l => l.Kind));
    }

    [Fact]
    public void WithoutKeys_TrustIsLeftOpen_AndWithOthersItIsNot()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Null(DecisionChain.Verify(File()).AreTrusted);
        Assert.True(DecisionChain.Verify(File()).IsGood);
        Assert.False(DecisionChain.Verify(File(), [Key(other)]).IsGood);
    }

    [Fact]
    public void AChangedWord_IsFound()
    {
        var file = JsonNode.Parse(File())!;
        var link = file["links"]![1]!;
        var document = Encoding.UTF8.GetString(Convert.FromBase64String(link["document"]!.GetValue<string>()));
        link["document"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(document.Replace("false", "true", StringComparison.Ordinal)));

        var faults = DecisionChain.Verify(file.ToJsonString()).Faults;

        Assert.Contains(new ChainFault(2, "signature_wrong"), faults);
        Assert.Contains(new ChainFault(3, "does_not_follow"), faults);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ALinkLeftOut_IsFound_TheLastOneToo(int left)
    {
        var file = JsonNode.Parse(File())!;
        file["links"]!.AsArray().RemoveAt(left);

        Assert.NotEmpty(DecisionChain.Verify(file.ToJsonString()).Faults);
    }

    [Fact]
    public void LinksInAnotherOrder_AreFound()
    {
        var file = JsonNode.Parse(File())!;
        var links = file["links"]!.AsArray();
        var first = links[0]!.DeepClone();
        links.RemoveAt(0);
        links.Insert(1, first);

        Assert.Contains(DecisionChain.Verify(file.ToJsonString()).Faults, f => f.Code == "out_of_order");
    }

    [Fact]
    public void ALinkOfAnotherCase_IsFound()
    {
        var file = JsonNode.Parse(File())!;
        file["links"]![1] = JsonNode.Parse(File("AT-2026-000002"))!["links"]![1]!.DeepClone();

        Assert.Contains(new ChainFault(2, "not_of_this_case"), DecisionChain.Verify(file.ToJsonString()).Faults);
    }

    [Fact]
    public void AKeyUnderAnotherName_IsFound()
    {
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = JsonNode.Parse(File())!;
        var forged = Key(forger);
        file["keys"]![0]!["x"] = forged.X;
        file["keys"]![0]!["y"] = forged.Y;

        Assert.Contains(new ChainFault(0, "key_name_wrong"), DecisionChain.Verify(file.ToJsonString()).Faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format": "teachercpd.attestation.chain/1"}""")]
    public void WhatIsNoChainFile_IsRefused(string text) => Assert.ThrowsAny<JsonException>(() => DecisionChain.Verify(text));

    [Fact]
    public void PublishedKeys_AreNamedByTheirThumbprint() =>
        Assert.Equal(Key().Name, Assert.Single(DecisionChain.ReadKeys($$"""{"keys":[{"kty":"EC","x":"{{Key().X}}","y":"{{Key().Y}}","kid":"whatever"}]}""")).Name);

    private string File(string number = "AT-2026-000001")
    {
        var links = new List<(string, string, string)>();
        var previous = "";
        foreach (var (kind, index) in new[] { ChainKind.Sheet, ChainKind.Vote, ChainKind.Protocol }.Select((k, i) => (k, i)))
        {
            var document = DecisionChain.Document(number, index + 1, kind, Now.AddMinutes(index), previous, new JsonObject { ["conforms"] = false, ["reason"] = "Қазақша «себеп»" });
            links.Add((document, Key().Name, Sign(document)));
            previous = DecisionChain.HashOf(document);
        }

        var closing = DecisionChain.Closing(number, links.Count, previous, Now);
        return DecisionChain.Write(number, links, (closing, Key().Name, Sign(closing)), [Key()]);
    }

    private string Sign(string document) => Base64Url.EncodeToString(
        pair.SignData(Encoding.UTF8.GetBytes(document), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    private ChainKey Key(ECDsa? of = null)
    {
        var point = (of ?? pair).ExportParameters(includePrivateParameters: false).Q;
        var key = new ChainKey("", Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        return key with { Name = key.Thumbprint };
    }
}
