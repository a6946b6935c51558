namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>Settings of the file store.</summary>
public sealed record FileStoreOptions
{
    /// <summary>Folder of the store; made when it is missing. Outside everything a web server serves.</summary>
    public required string Root { get; init; }

    /// <summary>Where files lie until they are whole.</summary>
    public string Incoming => Path.Combine(Root, "incoming");
}

/// <summary>Where the bucket of an S3-compatible store is.</summary>
/// <param name="Endpoint">Address of the store.</param>
/// <param name="Region">Region that requests are signed for.</param>
/// <param name="Bucket">Bucket; has to be there.</param>
/// <param name="AccessKey">Name of the key.</param>
/// <param name="SecretKey">The key.</param>
public sealed record S3Options(string Endpoint, string Region, string Bucket, string AccessKey, string SecretKey);

/// <summary>Settings of the store of uploads that are on their way.</summary>
public sealed record UploadStoreOptions
{
    /// <summary>Folder of the store; made when it is missing. Several nodes need one shared folder.</summary>
    public required string Root { get; init; }
}

/// <summary>Settings of the store of exports.</summary>
public sealed record ExportStoreOptions
{
    /// <summary>Folder of the store; made when it is missing. Several nodes need one shared folder.</summary>
    public required string Root { get; init; }
}
