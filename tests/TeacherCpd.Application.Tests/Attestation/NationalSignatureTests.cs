using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using TeacherCpd.Infrastructure.Attestation;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Application.Tests.Attestation;

/// <summary>The verifying service is a stand-in that answers as the real one does.</summary>
public sealed class NationalSignatureTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("хаттама");

    [Fact]
    public async Task The_service_is_given_signature_and_content_and_its_verdict_is_read()
    {
        using var service = new StandIn(HttpStatusCode.OK, """{"valid": true, "signers": [{"certificates": [{"subject": {"commonName": "СӘТБАЕВ АМАНГЕЛДІ", "iin": "700701300077"}}]}]}""");
        using var signatures = Of(service);

        var verdict = await signatures.VerifyAsync(Content, [1, 2, 3], TestContext.Current.CancellationToken);

        Assert.Equal((true, "700701300077", "СӘТБАЕВ АМАНГЕЛДІ"), (verdict!.IsGood, verdict.Iin, verdict.Subject));
        Assert.Equal(new Uri("http://localhost:14579/cms/verify"), service.Asked);
        Assert.Equal(Convert.ToBase64String(Content), JsonNode.Parse(service.Body!)!["data"]!.GetValue<string>());
        Assert.Equal("AQID", JsonNode.Parse(service.Body!)!["cms"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"valid": false, "signers": []}""")]
    [InlineData(HttpStatusCode.BadRequest, "")]
    public async Task A_signature_that_is_not_good_is_told(HttpStatusCode status, string body)
    {
        using var service = new StandIn(status, body);
        using var signatures = Of(service);

        Assert.False((await signatures.VerifyAsync(Content, [1], TestContext.Current.CancellationToken))!.IsGood);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "")]
    [InlineData(HttpStatusCode.OK, "nonsense")]
    public async Task A_service_that_is_away_gives_no_verdict(HttpStatusCode status, string body)
    {
        using var service = new StandIn(status, body);
        using var signatures = Of(service);

        Assert.Null(await signatures.VerifyAsync(Content, [1], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Without_an_address_nobody_is_asked_to_sign()
    {
        using var service = new StandIn(HttpStatusCode.OK, "");
        using var signatures = new HttpNationalSignatures(service, new AttestationSettings(), NullLogger<HttpNationalSignatures>.Instance);

        Assert.False(signatures.IsOffered);
    }

    private static HttpNationalSignatures Of(StandIn service) =>
        new(service, new AttestationSettings { SignatureService = "http://localhost:14579" }, NullLogger<HttpNationalSignatures>.Instance);

    private sealed class StandIn(HttpStatusCode status, string body) : HttpMessageHandler
    {
        public Uri? Asked { get; private set; }

        public string? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request.RequestUri;
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        }
    }
}
