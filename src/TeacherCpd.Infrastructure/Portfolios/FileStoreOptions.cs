namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>Settings of the file store.</summary>
public sealed record FileStoreOptions
{
    /// <summary>Folder of the store; made when it is missing. Outside everything a web server serves.</summary>
    public required string Root { get; init; }
}

/// <summary>Settings of the store of uploads that are on their way.</summary>
public sealed record UploadStoreOptions
{
    /// <summary>Folder of the store; made when it is missing. Several nodes need one shared folder.</summary>
    public required string Root { get; init; }
}
