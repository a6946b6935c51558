namespace TeacherCpd.Domain.Attestation;

/// <summary>Editions of the attestation rules that come with the product, as JSON.</summary>
public static class BundledRuleSets
{
    /// <summary>Order 83 in the edition of 25.02.2025, No 32.</summary>
    public static string Order83N32 { get; } = EmbeddedText.Read("order-83-2025-n32.json");

    /// <summary>JSON schema of an edition.</summary>
    public static string Schema { get; } = EmbeddedText.Read("attestation-rules.schema.json");

    /// <summary>All editions, oldest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Order83N32];
}

/// <summary>Texts embedded beside the attestation rules.</summary>
internal static class EmbeddedText
{
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
